import { z } from 'zod';
import { alertText } from '../../core/alert-text';
import { SyncError } from '../../core/sync-error';
import type { Alert } from '../sync/alert-port';
import type { AlertDeps } from './alert-deps';
import { itemUrl } from './item-url';
import { signedHeaders } from './standard-webhook';
import { parseWebhookUrl } from './webhook-url';

/** What a row keeps, sealed, of an owner's webhook. */
export const webhookShape = z.object({ url: z.string(), secret: z.string() });
export type Webhook = z.output<typeof webhookShape>;

/** An event waits for this at most; a receiver that is slower is asked again later. */
const TIMEOUT_MS = 4_000;

/** Posts one alert: `text` is what Slack and its likes show, the rest is for programs. 1 call. */
export async function tellWebhook({ fetch, budget, clock }: AlertDeps, { url, secret }: Webhook, alert: Alert, pageUrl: string | null): Promise<void> {
  const { kind, itemId, rating, side, key, atMs } = alert;
  const link = itemUrl(pageUrl, itemId);
  const data = { item: itemId, stars: rating, side, kind, ...(link === null ? {} : { link }) };
  const body = JSON.stringify({ type: 'review.needs_answer', timestamp: new Date(atMs).toISOString(), text: [alertText(alert), link ?? ''].join(' ').trim(), data });
  const headers = await signedHeaders(secret, { id: `msg_${key}`, atMs: clock.nowMs(), body });
  const address = parseWebhookUrl(url);
  budget.spend();
  const status = await post(fetch, address, body, headers);
  if (status >= 200 && status < 300) return;
  // Busy, broken or asleep: later may help. Anything else is for a person to look at.
  throw new SyncError(status === 429 || status === 408 || status >= 500 ? 'ALERT_UNREACHABLE' : 'ALERT_REFUSED', { got: `HTTP ${status}` });
}

async function post(fetch: AlertDeps['fetch'], address: URL, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  try {
    const response = await fetch(address.href, {
      method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS), body,
      headers: { 'content-type': 'application/json', 'user-agent': 'ReviewRelay', ...headers },
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    throw new SyncError('ALERT_UNREACHABLE', { got: 'no answer' });
  }
}

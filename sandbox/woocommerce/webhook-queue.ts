import type { HookArgument, PendingRow, WebhookRow } from './rows';
import type { Site } from './site';
import { deliveryRequest } from './webhook-delivery';
import { hooksOf } from './webhook-topics';

/** One finished delivery; `status` is `null` when nobody answered. */
export interface DeliveryReport {
  readonly webhookId: number;
  readonly topic: string;
  readonly url: string;
  readonly status: number | null;
}

export interface WebhookQueueOptions {
  readonly delayMs: number;
  readonly deliver: (request: Request) => Promise<Response>;
  readonly onDelivery: (report: DeliveryReport) => void;
}

export interface WebhookQueue {
  /** A WordPress hook ran: every active webhook that listens to it gets a pending delivery. */
  readonly fire: (hook: string, argument: HookArgument) => void;
  /** Runs the whole queue now and comes back when every delivery has been answered. */
  readonly flush: () => Promise<void>;
  /** Takes up what an earlier process left behind. */
  readonly resume: () => void;
}

/** The failure after this many ones in a row switches a webhook off. */
const MAX_FAILURES = 5;

export function createWebhookQueue(site: () => Site, options: WebhookQueueOptions): WebhookQueue {
  // The real queue is one process that delivers one after the other.
  let running: Promise<void> = Promise.resolve();

  const run = (id: string): Promise<void> => {
    running = running.then(() => deliverPending(site(), id, options));
    return running;
  };
  const schedule = (row: PendingRow) => {
    const { clock } = site();
    clock.after(row.dueMs - clock.nowMs(), () => void run(row.id));
  };

  return {
    fire(hook, argument) {
      const { db, clock } = site();
      for (const webhook of listeners(db.webhooks.all(), hook)) {
        const id = `${webhook.id} ${JSON.stringify(argument)}`;
        if (db.pending.get(id) !== undefined) continue;
        const row = { id, webhookId: webhook.id, argument, dueMs: clock.nowMs() + options.delayMs };
        db.pending.put(row);
        schedule(row);
      }
    },
    async flush() {
      for (const row of site().db.pending.all()) void run(row.id);
      await running;
    },
    resume() {
      site().db.pending.all().forEach(schedule);
    },
  };
}

/** Custom actions come before the product topics, as in the real queue's table. */
function listeners(webhooks: readonly WebhookRow[], hook: string): WebhookRow[] {
  const listening = webhooks.filter((row) => row.status === 'active' && hooksOf(row.topic).includes(hook));
  return listening.sort((a, b) => Number(b.topic.startsWith('action.')) - Number(a.topic.startsWith('action.')));
}

async function deliverPending(site: Site, id: string, options: WebhookQueueOptions): Promise<void> {
  const row = site.db.pending.get(id);
  if (row === undefined) return;
  // Off the queue before it is sent: whatever comes of it, it is never sent again.
  site.db.pending.delete(id);
  const webhook = site.db.webhooks.get(row.webhookId);
  if (webhook?.status !== 'active') return;
  const status = await statusOf(options.deliver, deliveryRequest(site, webhook, row.argument));
  options.onDelivery({ webhookId: webhook.id, topic: webhook.topic, url: webhook.deliveryUrl, status });
  const present = site.db.webhooks.get(row.webhookId);
  if (present !== undefined) settle(site, present, status !== null && status >= 200 && status <= 302);
}

export async function statusOf(deliver: WebhookQueueOptions['deliver'], request: Request): Promise<number | null> {
  try {
    const response = await deliver(request);
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}

/** The seventh failure in a row disables the webhook; its count stays where it was, so a revived one has one try. */
function settle(site: Site, webhook: WebhookRow, success: boolean): void {
  if (success) {
    if (webhook.failureCount > 0) site.db.webhooks.put({ ...webhook, failureCount: 0 });
  } else if (webhook.failureCount > MAX_FAILURES) {
    site.db.webhooks.put({ ...webhook, status: 'disabled' });
  } else {
    site.db.webhooks.put({ ...webhook, failureCount: webhook.failureCount + 1 });
  }
}

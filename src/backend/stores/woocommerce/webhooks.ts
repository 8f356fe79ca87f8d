import { z } from 'zod';
import type { WebhookSubscription } from '../store';
import { parseWire } from './parse-wire';
import { answer, type Send, type WooCall, type WooReply } from './request';
import { wireId } from './wire-id';

/**
 * There is no topic for reviews. Nearly every change to a review makes WooCommerce save the product again, though, and
 * this topic says so in 48 bytes without anybody's data.
 */
const TOPIC = 'action.woocommerce_update_product';

const PATH = 'webhooks';

const WireWebhook = z.object({ id: z.int().positive(), status: z.string(), delivery_url: z.string() });

/** The secret is always sent: left out, WooCommerce makes one up and never shows it. */
export async function subscribe(send: Send, deliveryUrl: string, secret: string): Promise<WebhookSubscription> {
  const body = { name: 'Review Relay', topic: TOPIC, delivery_url: deliveryUrl, secret, status: 'active' };
  return fromWire((await answer(send({ method: 'POST', path: PATH, body }))).json);
}

export function subscription(send: Send, id: string): Promise<WebhookSubscription> {
  return readWebhook(send, id, { method: 'GET', path: pathOf(id), query: { context: 'edit' } });
}

export function revive(send: Send, id: string): Promise<WebhookSubscription> {
  return readWebhook(send, id, { method: 'PUT', path: pathOf(id), body: { status: 'active' } });
}

export async function unsubscribe(send: Send, id: string): Promise<void> {
  // Webhooks have no bin: without `force` the answer is 501.
  const reply = await send({ method: 'DELETE', path: pathOf(id), query: { force: 'true' } });
  if (reply.kind === 'refused' && !isMissing(reply)) throw reply.error;
}

async function readWebhook(send: Send, id: string, call: WooCall): Promise<WebhookSubscription> {
  const reply = await send(call);
  if (reply.kind === 'answered') return fromWire(reply.json);
  if (isMissing(reply)) return { id, deliveryUrl: '', status: 'missing' };
  throw reply.error;
}

/** WooCommerce says it with 404, and with 400 where it was about to change one. */
function isMissing({ name, status }: Extract<WooReply, { kind: 'refused' }>): boolean {
  return name === 'woocommerce_rest_shop_webhook_invalid_id' && (status === 404 || status === 400);
}

/** `paused` is a merchant's doing and `disabled` the store's after failures; either way nothing comes. */
function fromWire(json: unknown): WebhookSubscription {
  const { id, status, delivery_url } = parseWire(WireWebhook, json);
  return { id: String(id), deliveryUrl: delivery_url, status: status === 'active' ? 'active' : 'off' };
}

function pathOf(id: string): string {
  return `${PATH}/${wireId(id)}`;
}

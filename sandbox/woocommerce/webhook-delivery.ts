import { createHash, createHmac } from 'node:crypto';
import { phpJson } from './php-json';
import { productJson, productLinks } from './product-json';
import type { HookArgument, WebhookRow } from './rows';
import { WOO_VERSION, WP_VERSION, type Site } from './site';
import { WpError } from './wp-error';

const USER_AGENT = `WooCommerce/${WOO_VERSION} Hookshot (WordPress/${WP_VERSION})`;

/** The request of one delivery. The body is built now, not when the change happened. */
export function deliveryRequest(site: Site, webhook: WebhookRow, argument: HookArgument): Request {
  const body = phpJson(payload(site, webhook, argument));
  const [resource = '', event = ''] = webhook.topic.split('.');
  return new Request(webhook.deliveryUrl, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'user-agent': USER_AGENT,
      'content-type': 'application/json',
      'x-wc-webhook-source': `${site.publicUrl}/`,
      'x-wc-webhook-topic': webhook.topic,
      'x-wc-webhook-resource': resource,
      'x-wc-webhook-event': event,
      'x-wc-webhook-signature': signWebhook(body, webhook.secret),
      'x-wc-webhook-id': String(webhook.id),
      'x-wc-webhook-delivery-id': deliveryId(site, webhook),
    },
    body,
  });
}

/** Sent when a webhook is created: a form, without a signature and without any `X-WC` header. */
export function pingRequest(webhook: WebhookRow): Request {
  return new Request(webhook.deliveryUrl, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'user-agent': USER_AGENT, 'content-type': 'application/x-www-form-urlencoded' },
    body: `webhook_id=${webhook.id}`,
  });
}

export function signWebhook(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** Webhook and current second, hashed: two deliveries within one second share it, also in the real store. */
function deliveryId(site: Site, webhook: WebhookRow): string {
  return createHash('md5').update(`${webhook.id}${Math.floor(site.clock.nowMs() / 1000)}`).digest('hex');
}

function payload(site: Site, { topic }: WebhookRow, argument: HookArgument): unknown {
  const [resource = '', event = ''] = topic.split('.');
  if (resource === 'action') return { action: event, arg: argument };
  if (event === 'deleted') return { id: argument };
  const product = site.db.products.get(Number(argument));
  if (product === undefined) return new WpError('woocommerce_rest_product_invalid_id', 'Invalid ID.', 404).toBody();
  return { ...productJson(site, site.publicUrl, product), _links: productLinks(site.publicUrl, product) };
}

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { capturedDeliveries, type CapturedDelivery } from '../../../../test/fixtures/woocommerce/exchange';
import type { Verdict } from '../store';
import { verifyWooDelivery } from './verify-delivery';

const SIGNED_FILES = ['action-update-product', 'product-updated', 'rest-insert-review', 'rest-delete-review'].map((name) => `webhook-delivery-${name}`);
const SIGNED = SIGNED_FILES.flatMap((file) => {
  const { secret, deliveries } = capturedDeliveries(file);
  return deliveries.map((delivery) => ({ file, secret, delivery }));
});

function verify({ headers, raw_body }: CapturedDelivery, secret: string): Promise<Verdict> {
  return verifyWooDelivery({ headers: new Headers(headers), rawBody: new TextEncoder().encode(raw_body) }, secret);
}

/** A delivery whose signature is right. */
function signed(rawBody: string, topic = 'action.woocommerce_update_product'): CapturedDelivery {
  const signature = createHmac('sha256', 's3cret').update(rawBody).digest('base64');
  return { headers: { 'x-wc-webhook-signature': signature, 'x-wc-webhook-topic': topic }, raw_body: rawBody, signature_ok: true };
}

describe('every captured delivery', () => {
  it.each(SIGNED)('of $file passes with its secret, fails with another, and fails with one byte changed', async ({ secret, delivery }) => {
    expect((await verify(delivery, secret)).kind).toBe('hint');
    expect((await verify(delivery, `${secret}x`)).kind).toBe('forged');
    expect((await verify({ ...delivery, raw_body: `${delivery.raw_body} ` }, secret)).kind).toBe('forged');
    expect((await verify(delivery, '')).kind).toBe('forged');
  });

  it('of the lean topic names its product', async () => {
    const { secret, deliveries } = capturedDeliveries('webhook-delivery-action-update-product');
    const verdicts = await Promise.all(deliveries.map((delivery) => verify(delivery, secret)));
    expect(verdicts).toEqual(['11', '10'].map((productId) => ({ kind: 'hint', hint: { kind: 'product', productId } })));
  });

  it('of product.updated names its product', async () => {
    const { secret, deliveries } = capturedDeliveries('webhook-delivery-product-updated');
    for (const delivery of deliveries) {
      const { id } = JSON.parse(delivery.raw_body) as { id: number };
      expect(await verify(delivery, secret)).toEqual({ kind: 'hint', hint: { kind: 'product', productId: String(id) } });
    }
  });

  it.each(['rest-insert-review', 'rest-delete-review'])('of %s is genuine and worth nothing', async (name) => {
    const { secret, deliveries } = capturedDeliveries(`webhook-delivery-${name}`);
    for (const delivery of deliveries) expect(await verify(delivery, secret)).toEqual({ kind: 'hint', hint: { kind: 'none' } });
  });

  it('of a ping is known as one, unsigned as it is', async () => {
    const { secret, deliveries } = capturedDeliveries('webhook-delivery-ping');
    expect(deliveries).toHaveLength(1);
    for (const delivery of deliveries) expect(await verify(delivery, secret)).toEqual({ kind: 'ping' });
  });
});

describe('deliveries nobody captured', () => {
  it.each(['', 'AAAA', 'not base64 at all', '====', 'qiUAPpIRG9j9x76zGY7z92Z/kWhH7qQrkhyF49JUuTc='])('are forged with the signature %j', async (signature) => {
    const delivery = { ...signed('{"action":"woocommerce_update_product","arg":10}'), headers: { 'x-wc-webhook-signature': signature } };
    expect((await verify(delivery, 's3cret')).kind).toBe('forged');
  });

  it('are forged without a signature, unless they are a plain ping', async () => {
    const unsigned = { headers: {}, signature_ok: false };
    expect((await verify({ ...unsigned, raw_body: '{"action":"woocommerce_update_product","arg":10}' }, 's3cret')).kind).toBe('forged');
    expect((await verify({ ...unsigned, raw_body: 'webhook_id=1&x=2' }, 's3cret')).kind).toBe('forged');
    expect((await verify({ headers: { 'x-wc-webhook-topic': 'product.updated' }, raw_body: 'webhook_id=1', signature_ok: false }, 's3cret')).kind).toBe('forged');
  });

  it.each(['not json', '', 'null', '[]', '{"action":"woocommerce_update_product"}', '{"action":"woocommerce_update_product","arg":-1}', '{"action":"other","arg":10}'])('signed over %j are genuine and worth nothing', async (rawBody) => {
    expect(await verify(signed(rawBody), 's3cret')).toEqual({ kind: 'hint', hint: { kind: 'none' } });
  });

  it('name a product only where the topic is about products', async () => {
    expect(await verify(signed('{"id":10}', 'order.updated'), 's3cret')).toEqual({ kind: 'hint', hint: { kind: 'none' } });
    expect(await verify(signed('{"id":10}', 'product.deleted'), 's3cret')).toEqual({ kind: 'hint', hint: { kind: 'product', productId: '10' } });
  });
});

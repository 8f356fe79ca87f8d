import { z } from 'zod';
import { brandId } from '../../../core/ids';
import type { Hint, Verdict, VerifyDelivery } from '../store';

const PING_BODY = /^webhook_id=\d{1,16}$/u;

const ProductId = z.coerce.number().pipe(z.int().positive());
const ActionBody = z.object({ action: z.literal('woocommerce_update_product'), arg: ProductId });
const ProductBody = z.object({ id: ProductId });

/**
 * The signature covers the body and nothing else: no time, no topic, no address. So a delivery can be sent again by
 * whoever saw it, which costs a look at that product and no more.
 */
export const verifyWooDelivery: VerifyDelivery = async ({ headers, rawBody }, secret) => {
  const signature = headers.get('X-WC-Webhook-Signature');
  if (signature === null) return { kind: isPing(headers, rawBody) ? 'ping' : 'forged' };
  if (!(await isSigned(rawBody, signature, secret))) return { kind: 'forged' };
  return hint(headers.get('X-WC-Webhook-Topic') ?? '', rawBody);
};

/** Sent once when a webhook is made: a form with its id, without any of WooCommerce's headers. */
function isPing(headers: Headers, rawBody: Uint8Array): boolean {
  return !headers.has('X-WC-Webhook-Topic') && PING_BODY.test(new TextDecoder().decode(rawBody));
}

async function isSigned(rawBody: Uint8Array, signature: string, secret: string): Promise<boolean> {
  const bytes = decodeBase64(signature);
  // WebCrypto takes no empty key, and a missing secret must never let anything in.
  if (bytes === null || secret === '') return false;
  const secretBytes = new Uint8Array(new TextEncoder().encode(secret));
  const key = await crypto.subtle.importKey('raw', secretBytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  return crypto.subtle.verify('HMAC', key, bytes, new Uint8Array(rawBody));
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text.trim()), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

function hint(topic: string, rawBody: Uint8Array): Verdict {
  const body = parseJson(rawBody);
  const action = ActionBody.safeParse(body);
  if (action.success) return { kind: 'hint', hint: productHint(action.data.arg) };
  const product = topic.startsWith('product.') ? ProductBody.safeParse(body) : null;
  return { kind: 'hint', hint: product?.success === true ? productHint(product.data.id) : { kind: 'none' } };
}

function productHint(id: number): Hint {
  return { kind: 'product', productId: brandId(id) };
}

function parseJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(rawBody));
  } catch {
    return null;
  }
}

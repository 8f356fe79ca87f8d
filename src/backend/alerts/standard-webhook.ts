/**
 * Signs a message as the Standard Webhooks specification asks (version 1, symmetric): what is signed is the id, the
 * time in whole seconds and the exact body, so that none of them can be exchanged or sent again later.
 */
export async function signedHeaders(secret: string, { id, atMs, body }: { readonly id: string; readonly atMs: number; readonly body: string }): Promise<Readonly<Record<string, string>>> {
  const timestamp = String(Math.floor(atMs / 1000));
  const key = await crypto.subtle.importKey('raw', bytesOfSecret(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${id}.${timestamp}.${body}`));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${btoa(String.fromCharCode(...new Uint8Array(signature)))}` };
}

const PREFIX = 'whsec_';
const SECRET_BYTES = 24;

/** `random`: fills the bytes it is given. */
export function newWebhookSecret(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): string {
  return PREFIX + btoa(String.fromCharCode(...random(new Uint8Array(SECRET_BYTES))));
}

function bytesOfSecret(secret: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(secret.slice(PREFIX.length)), (char) => char.charCodeAt(0));
}

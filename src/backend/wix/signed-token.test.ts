import { describe, expect, it } from 'vitest';
import { brandId, type InstanceId } from '../../core/ids';
import { readToken, signToken, storeWebhookSecret } from './signed-token';

const KEY = new Uint8Array(32).fill(7);
const CLAIMS = { instanceId: brandId<InstanceId>('11111111-1111-4111-8111-111111111111'), nonce: 'n-1.2' };

describe('signed token', () => {
  it('gives back what was signed and fits into a path', async () => {
    const token = await signToken('hook', CLAIMS, KEY);
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(await readToken('hook', token, KEY)).toEqual(CLAIMS);
  });

  it('is worthless for another purpose, with another key, for other claims, and when it is no token', async () => {
    const token = await signToken('hook', CLAIMS, KEY);
    const [, signature = ''] = token.split('.');
    const [otherClaims = ''] = (await signToken('hook', { ...CLAIMS, nonce: 'n-2' }, KEY)).split('.');
    expect(await readToken('tick', token, KEY)).toBeNull();
    expect(await readToken('hook', token, new Uint8Array(32))).toBeNull();
    expect(await readToken('hook', `${otherClaims}.${signature}`, KEY)).toBeNull();
    for (const bad of ['', '.', 'a', 'a.b', `${token}.x`, '%%.%%']) expect(await readToken('hook', bad, KEY)).toBeNull();
  });

  it('has a store secret of its own, always the same', async () => {
    const token = await signToken('hook', CLAIMS, KEY);
    const other = await signToken('hook', { ...CLAIMS, nonce: 'n-2' }, KEY);
    expect(await storeWebhookSecret(token, KEY)).toBe(await storeWebhookSecret(token, KEY));
    expect(await storeWebhookSecret(other, KEY)).not.toBe(await storeWebhookSecret(token, KEY));
  });
});

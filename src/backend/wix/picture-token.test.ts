import { describe, expect, it } from 'vitest';
import { brandId, type InstanceId } from '../../core/ids';
import { readPicture, signPicture } from './picture-token';
import { signToken } from './signed-token';

const KEY = new Uint8Array(32).fill(7);
const CLAIMS = { url: 'https://shop.example/wp content/ä.1.jpg?a=1.2', untilMs: 1_790_000_000_000 };

describe('the token of a picture', () => {
  it('gives back what was signed and fits into a path', async () => {
    const token = await signPicture(CLAIMS, KEY);
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(await readPicture(token, KEY)).toEqual(CLAIMS);
  });

  it('cannot be made for another picture or a later time, with another key, or out of a token for something else', async () => {
    const [, signature = ''] = (await signPicture(CLAIMS, KEY)).split('.');
    for (const other of [{ ...CLAIMS, url: 'https://rival.example/a.jpg' }, { ...CLAIMS, untilMs: CLAIMS.untilMs + 1 }]) {
      const [claims = ''] = (await signPicture(other, KEY)).split('.');
      expect(await readPicture(`${claims}.${signature}`, KEY)).toBeNull();
    }
    expect(await readPicture(await signPicture(CLAIMS, KEY), new Uint8Array(32))).toBeNull();
    expect(await readPicture(await signToken('tick', { instanceId: brandId<InstanceId>('1'), nonce: 'https://shop.example/a.jpg' }, KEY), KEY)).toBeNull();
    for (const bad of ['', '.', 'a.b', '%%.%%']) expect(await readPicture(bad, KEY)).toBeNull();
  });
});

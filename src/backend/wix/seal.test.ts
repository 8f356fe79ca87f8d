import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal';

const KEY = new Uint8Array(32).fill(7);
const OTHER_KEY = new Uint8Array(32).fill(8);

describe('seal', () => {
  it('opens to the same text with the same key and context', async () => {
    expect(await unseal(await seal('ck_ü', KEY, 'site-a'), KEY, 'site-a')).toBe('ck_ü');
  });

  it('looks different every time and shows its version', async () => {
    const [one, two] = [await seal('x', KEY, 'a'), await seal('x', KEY, 'a')];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^v1\./);
  });

  it('does not open for another site, with another key, or when a character was changed', async () => {
    const sealed = await seal('secret', KEY, 'site-a');
    const changed = `${sealed.slice(0, -1)}${sealed.endsWith('A') ? 'Q' : 'A'}`;
    await expect(unseal(sealed, KEY, 'site-b')).rejects.toMatchObject({ code: 'UNEXPECTED' });
    await expect(unseal(sealed, OTHER_KEY, 'site-a')).rejects.toMatchObject({ code: 'UNEXPECTED' });
    await expect(unseal(changed, KEY, 'site-a')).rejects.toMatchObject({ code: 'UNEXPECTED' });
    await expect(unseal('v9.x.y', KEY, 'site-a')).rejects.toMatchObject({ code: 'UNEXPECTED' });
  });
});

import { describe, expect, it } from 'vitest';
import { readPlace, writePlace } from './sync-place';

describe('the page’s place in the address', () => {
  it.each([
    { state: null, code: null, q: null, product: null, item: null },
    { state: 'blocked', code: 'AUTHOR_NO_EMAIL', q: null, product: 'store:12', item: null },
    { state: 'gone', code: null, q: 'mug & cup', product: null, item: 'a1' },
  ] as const)('comes back as it went: %j', (place) => {
    expect(readPlace(writePlace(place))).toEqual(place);
  });

  it('takes nothing it does not know', () => {
    expect(readPlace('?state=everything&code=toString&q=%20&item=&origin=x')).toEqual({ state: null, code: null, q: null, product: null, item: null });
    expect(readPlace('?q=mug&product=w1')).toMatchObject({ q: null, product: 'w1' });
    expect(readPlace('?product=%2Fno')).toMatchObject({ product: null });
    expect(readPlace(`?q=${'x'.repeat(200)}`).q).toHaveLength(100);
    expect(writePlace(readPlace(''))).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { brandId, type StoreReviewId } from '../../../core/ids';
import { rowAction } from './row-action';

const STORE = 'https://shop.example/';
const row = { actionKind: 'open-review', code: 'DIFFERENT_REVIEWS', birth: 'store', inStore: true, storeReviewId: brandId<StoreReviewId>('71') } as const;

describe('the button beside a reason', () => {
  it.each([
    ['retry', { kind: 'retry' }],
    ['match-products', { kind: 'setup', step: 'products' }],
    ['reconnect', { kind: 'setup', step: 'connect' }],
    ['wait', null],
    ['none', null],
    [null, null],
  ] as const)('does what the advice says: %s', (actionKind, action) => {
    expect(rowAction({ ...row, actionKind }, STORE)).toEqual(action);
  });

  it('opens the very review in the store', () => {
    expect(rowAction(row, STORE)).toEqual({ kind: 'store', href: 'https://shop.example/wp-admin/comment.php?action=editcomment&c=71' });
  });

  it.each([
    ['the review is not in the store', { inStore: false }],
    ['the change is to be made on Wix', { code: 'WIX_ORGANIC_REFUSED' }],
    ['the copy that cannot be changed is on Wix', { code: 'CANNOT_EDIT', birth: 'store' }],
  ] as const)('leads nowhere wrong: %s', (_, change) => {
    expect(rowAction({ ...row, ...change }, STORE)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { Policy } from '../../core/plan-types';
import type { ReviewFields, Side } from '../../core/review';
import { TestSite } from '../../../test/support/test-site';
import { canCross, type Crossing } from './can-cross';

const REVIEW: ReviewFields = { title: 'Good', body: 'Fits well', rating: 4, author: 'Dana', status: 'published', reply: 'Thank you' };

async function ask(birth: Side, change: Partial<ReviewFields> = {}, policy: Partial<Policy> = {}): Promise<Crossing> {
  const site = new TestSite();
  const connection = site.connection();
  site.put('connections', { ...connection, policy: { ...connection.policy, ...policy } });
  return site.run(async (session) => {
    site.calls.length = 0;
    const crossing = canCross(session, birth, { ...REVIEW, ...change });
    expect(site.calls).toEqual([]);
    return crossing;
  });
}

describe('a review that is on one side only', () => {
  it('goes to the store as far as the store can hold it', async () => {
    expect(await ask('wix')).toEqual({ kind: 'create', fields: { ...REVIEW, title: '' } });
  });

  it('goes to Wix whole', async () => {
    expect(await ask('store')).toEqual({ kind: 'create', fields: REVIEW });
  });

  it.each(['wix', 'store'] as const)('waits until it is published: written on %s', async (birth) => {
    for (const status of ['pending', 'hidden'] as const) expect(await ask(birth, { status })).toEqual({ kind: 'kept', code: 'NOT_PUBLISHED' });
  });

  it('stays in the store without stars, which Wix cannot do without', async () => {
    expect(await ask('store', { rating: null })).toEqual({ kind: 'kept', code: 'RATING_MISSING' });
    expect(await ask('wix', { rating: null })).toMatchObject({ kind: 'create' });
  });

  it('stays on Wix without a word, which the store has no use for', async () => {
    expect(await ask('wix', { title: '', body: '' })).toEqual({ kind: 'kept', code: 'BODY_MISSING' });
  });

  it('stays where it is when it is too long for the other side', async () => {
    expect(await ask('store', { body: 'x'.repeat(3_001) })).toEqual({ kind: 'kept', code: 'FIELD_TOO_LONG' });
  });

  it('stays where the merchant wants it, in the direction that is closed and in no other', async () => {
    const direction: Policy['direction'] = { title: 'both', body: 'to-store', rating: 'to-store', author: 'both', status: 'both', reply: 'both' };
    expect(await ask('store', {}, { direction })).toEqual({ kind: 'kept', code: 'DIRECTION_OFF' });
    expect(await ask('wix', {}, { direction })).toMatchObject({ kind: 'create' });
  });

  it.each([1, 2, 3, 4, 5] as const)('crosses whatever its stars: %s', async (rating) => {
    for (const birth of ['wix', 'store'] as const) expect(await ask(birth, { rating })).toMatchObject({ kind: 'create', fields: { rating } });
  });
});

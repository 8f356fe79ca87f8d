import { describe, expect, it } from 'vitest';
import { raised, UNTOLD_BY_ALL, type AttentionRow } from '../../sync/attention-row';
import type { Rows } from '../../sync/rows';
import type { Handler } from '../endpoint';
import { attentionRow } from '../testing/attention-row';
import { wixReview } from '../testing/fake-reviews';
import { ask, fixture, NOW_MS, type Fixture } from '../testing/fixture';
import { itemRevision } from './item-revision';
import { postReply } from './reply';
import { postVerdict } from './verdict';

const DISMISS = { kind: 'dismiss' };
const post = async (handler: Handler, live: Fixture, body: unknown): Promise<unknown> => (await handler(ask('inbox/x', { body }), live.deps, {})).json();
const now = (live: Fixture): AttentionRow => live.tables.all('attention')[0] ?? expect.fail('Expected a row');
const SEEN = { id: 'a', revision: itemRevision(attentionRow('a')) };

function desk(change: Partial<AttentionRow> = {}): Fixture {
  const live = fixture();
  live.tables.put('attention', attentionRow('a', change));
  live.wixReviews.set('r-a', wixReview('r-a'));
  return live;
}

/** What can become of an item between an owner seeing it and pressing a key. */
const MEANWHILE: readonly (readonly [string, Partial<AttentionRow>])[] = [
  ['a colleague resolved it', { state: 'resolved', reason: 'Refunded', changedAtMs: NOW_MS }],
  ['a colleague put it off', { state: 'snoozed', reason: 'edited', wakeAtMs: 8.64e15, changedAtMs: NOW_MS }],
  ['it was answered', { state: 'answered', answer: 'x', changedAtMs: NOW_MS }],
  ['it closed by itself', { state: 'improved', rating: 5, changedAtMs: NOW_MS }],
  ['it was raised again', { crossings: 2, raisedAtMs: NOW_MS, changedAtMs: NOW_MS, untold: UNTOLD_BY_ALL, dueAtMs: NOW_MS }],
  ['its author took a star away', { rating: 1 }],
  ['its author changed the words', { wixSeen: 'q' }],
];

describe('on a review that has changed since its owner saw it', () => {
  it.each(MEANWHILE)('a verdict changes nothing and says so: %s', async (_, change) => {
    const live = desk(change);
    const before = now(live);
    expect(await post(postVerdict, live, { items: [SEEN], verdict: DISMISS })).toMatchObject({ done: [], failed: [{ id: 'a', error: { code: 'ITEM_CHANGED' } }] });
    expect(now(live)).toEqual(before);
  });

  it.each(MEANWHILE)('a reply is not sent: %s', async (_, change) => {
    const live = desk(change);
    expect(await post(postReply, live, { id: 'a', message: 'Sorry', seen: null, revision: SEEN.revision })).toMatchObject({ error: { code: 'ITEM_CHANGED' } });
    expect(live.wixReviews.get('r-a')?.fields.reply).toBeNull();
  });

  it('a verdict about others is made all the same', async () => {
    const live = desk();
    live.tables.put('attention', attentionRow('b', { rating: 1 }));
    expect(await post(postVerdict, live, { items: [SEEN, { id: 'b', revision: SEEN.revision }], verdict: DISMISS })).toMatchObject({ done: ['a'], failed: [{ id: 'b' }] });
  });
});

describe('on a review that is as its owner saw it', () => {
  it.each([['an alert was tried again', { turn: 9, attempts: 3, dueAtMs: NOW_MS + 5 }], ['its copy appeared in the store', { storeSeen: 'p' }]])('a verdict is made although %s', async (_, change) => {
    const live = desk(change);
    expect(await post(postVerdict, live, { items: [SEEN], verdict: DISMISS })).toEqual({ done: ['a'], failed: [] });
  });

  it('a reply is sent', async () => {
    expect(await post(postReply, desk(), { id: 'a', message: 'Sorry', seen: null, revision: SEEN.revision })).toMatchObject({ item: { state: 'answered' } });
  });

  it('a verdict that its author’s edit overtakes on the way gives way, and the alert goes out', async () => {
    const live = desk();
    overtakenBy(live, { ...raised(1, 'edited', NOW_MS), crossings: 2 });
    expect(await post(postVerdict, live, { items: [SEEN], verdict: DISMISS })).toMatchObject({ done: [], failed: [{ id: 'a', error: { code: 'ITEM_CHANGED' } }] });
    expect(now(live)).toMatchObject({ state: 'open', rating: 1, untold: UNTOLD_BY_ALL, dueAtMs: NOW_MS, undo: null });
  });
});

/** The row changes right after it was read to be decided about. */
function overtakenBy(live: Fixture, change: Partial<AttentionRow>): void {
  const openSite = live.deps.openSite;
  Object.assign(live.deps, {
    openSite: (...given: Parameters<typeof openSite>) => {
      const site = openSite(...given);
      const read = site.rows.getMany.bind(site.rows);
      let isFirst = true;
      const getMany: Rows['getMany'] = async (table, ids) => {
        const rows = await read(table, ids);
        if (isFirst) live.tables.put('attention', { ...now(live), ...change });
        isFirst = false;
        return rows;
      };
      Object.assign(site.rows, { getMany });
      return site;
    },
  });
}

import { describe, expect, it } from 'vitest';
import type { Handler } from '../endpoint';
import { attentionRow } from '../testing/attention-row';
import { wixReview } from '../testing/fake-reviews';
import { ask, fixture, type Fixture } from '../testing/fixture';
import { itemRevision } from './item-revision';
import { postReply } from './reply';
import { postUndo } from './undo';
import { postVerdict } from './verdict';

const post = async (handler: Handler, live: Fixture, body: unknown): Promise<unknown> => (await handler(ask('inbox/x', { body }), live.deps, {})).json();
const state = (live: Fixture): unknown => live.tables.all('attention')[0]?.state;
const reply = (live: Fixture): unknown => live.wixReviews.get('r-a')?.fields.reply;

function answeredBefore(): Fixture {
  const live = fixture();
  live.tables.put('attention', attentionRow('a'));
  live.wixReviews.set('r-a', wixReview('r-a', { reply: 'Old' }));
  return live;
}

describe('the way back', () => {
  it.each([{ kind: 'dismiss' }, { kind: 'resolve', reason: 'Handled' }, { kind: 'snooze', until: 'tomorrow' }])('from a verdict that was sent twice leads to before the first: %j', async (verdict) => {
    const live = answeredBefore();
    const items = [{ id: 'a', revision: itemRevision(attentionRow('a')) }];
    await post(postVerdict, live, { items, verdict });
    await post(postVerdict, live, { items, verdict });
    await post(postUndo, live, { ids: ['a'] });
    expect(state(live)).toBe('open');
  });

  it('from a reply that replaced another leaves the item open and the other reply in its place', async () => {
    const live = answeredBefore();
    await post(postReply, live, { id: 'a', message: 'New', seen: 'Old' });
    await post(postReply, live, { id: 'a', message: 'Old', seen: 'New', undoes: true });
    expect([state(live), reply(live)]).toEqual(['open', 'Old']);
  });

  it('from a second reply of ours leaves the item answered, as it was', async () => {
    const live = answeredBefore();
    await post(postReply, live, { id: 'a', message: 'New', seen: 'Old' });
    await post(postReply, live, { id: 'a', message: 'Newer', seen: 'New' });
    await post(postReply, live, { id: 'a', message: 'New', seen: 'Newer', undoes: true });
    expect([state(live), reply(live)]).toEqual(['answered', 'New']);
  });

  it('never leads over what a colleague wrote meanwhile', async () => {
    const live = answeredBefore();
    await post(postReply, live, { id: 'a', message: 'New', seen: 'Old' });
    live.wixReviews.set('r-a', wixReview('r-a', { reply: 'A colleague’s' }));
    expect(await post(postReply, live, { id: 'a', message: 'Old', seen: 'New', undoes: true })).toMatchObject({ error: { code: 'REPLY_CHANGED' } });
    expect([state(live), reply(live)]).toEqual(['answered', 'A colleague’s']);
  });
});

import { describe, expect, it } from 'vitest';
import { plan } from './plan';
import { NEVER, REVIEW, base, deleting, given, gone, present, toward, withWoo } from './plan.fixture';
import { afterwards } from './plan-model.fixture';
import { NOTHING } from './plan-nothing';
import type { Op, PlanInput } from './plan-types';
import { otherSide, SIDES, type ReviewFields, type Side } from './review';

type Change = Partial<ReviewFields>;

/** A pair at rest in which one side has changed since. */
function changedOn(side: Side, change: Change, was: Change = {}): PlanInput {
  return given({ wix: present(was), store: present(was), base: base(was), birth: side, [side]: present({ ...was, ...change }) });
}

/** The same op on another side. */
function expectOps(input: PlanInput, ops: readonly Op[]): void {
  expect(plan(input)).toMatchObject({ ops, conflicts: [], blocked: [] });
  // Once it is done there is nothing left to do, and the ledger stays silent.
  expect(plan(afterwards(input))).toMatchObject({ ops: [], conflicts: [], blocked: [] });
}

/** Every kind of thing a person does to a review, with the one op it has to become. */
const DEEDS: readonly (readonly [deed: string, change: Change, was: Change, op: (on: Side) => Op])[] = [
  ['edits the text', { body: 'New' }, {}, (on) => ({ kind: 'update', on, edits: { body: 'New' } })],
  ['empties the title', { title: '' }, {}, (on) => ({ kind: 'update', on, edits: { title: '' } })],
  ['lowers the stars to one', { rating: 1 }, {}, (on) => ({ kind: 'update', on, edits: { rating: 1 } })],
  ['raises the stars to five', { rating: 5 }, { rating: 1 }, (on) => ({ kind: 'update', on, edits: { rating: 5 } })],
  ['signs with another name', { author: 'D.' }, {}, (on) => ({ kind: 'update', on, edits: { author: 'D.' } })],
  ['edits text, title, stars and name at once', { body: 'B', title: 'T', rating: 2, author: 'A' }, {}, (on) => ({ kind: 'update', on, edits: { title: 'T', body: 'B', rating: 2, author: 'A' } })],
  ['hides it', { status: 'hidden' }, {}, (on) => ({ kind: 'moderate', on, status: 'hidden' })],
  ['shows it again', { status: 'published' }, { status: 'hidden' }, (on) => ({ kind: 'moderate', on, status: 'published' })],
  ['answers', { reply: 'Thank you' }, {}, (on) => ({ kind: 'reply', on, reply: 'Thank you' })],
  ['changes the answer', { reply: 'Sorry' }, { reply: 'Thank you' }, (on) => ({ kind: 'reply', on, reply: 'Sorry' })],
  ['withdraws the answer', { reply: null }, { reply: 'Thank you' }, (on) => ({ kind: 'reply', on, reply: null })],
];

describe.each(SIDES)('when somebody on %s', (side) => {
  const to = otherSide(side);

  it('writes a review, it is created on the other side once', () => {
    expectOps(given({ [side]: present(), birth: side }), [{ kind: 'create', on: to, fields: REVIEW }]);
  });

  it.each(DEEDS)('%s, the other side gets exactly that', (_, change, was, op) => {
    expectOps(changedOn(side, change, was), [op(to)]);
  });

  it('changes everything at once, it is hidden first and otherwise in one update and one answer', () => {
    const { ops } = plan(changedOn(side, { body: 'B', rating: 1, reply: 'R', status: 'hidden' }));
    expect(ops).toEqual([
      { kind: 'moderate', on: to, status: 'hidden' },
      { kind: 'update', on: to, edits: { body: 'B', rating: 1 } },
      { kind: 'reply', on: to, reply: 'R' },
    ]);
  });

  it.each(['event', 'trash', 'scan'] as const)('deletes it, proven by %s, the copy goes and never comes back', (proof) => {
    const input = given({ wix: present(), store: present(), base: base(), [side]: gone(proof) });
    expectOps(input, [{ kind: 'delete', on: to }]);
    expect(afterwards(input)).toMatchObject({ base: null, [to]: { kind: 'gone' } });
  });

  it('deletes it where deletions hide, the copy is hidden and may be shown again by a person', () => {
    const input = given({ wix: present(), store: present(), base: base(), [side]: gone('event'), policy: deleting('hide') });
    expectOps(input, [{ kind: 'moderate', on: to, status: 'hidden' }]);
    const shown: PlanInput = { ...afterwards(input), [to]: present() };
    expect(plan(shown)).toEqual(NOTHING);
  });

  it('deletes it where deletions are kept, the copy stays as it is', () => {
    const input = given({ wix: present(), store: present(), base: base(), [side]: gone('event'), policy: deleting('keep') });
    expect(plan(input)).toEqual(NOTHING);
    expect(plan(afterwards(input))).toEqual(NOTHING);
  });

  it('writes and deletes it before anybody looked, nothing is created', () => {
    expect(plan(given({ [side]: gone('event'), [to]: NEVER }))).toEqual(NOTHING);
  });

  it('takes a change back before it crossed, nothing is written', () => {
    expect(plan(changedOn(side, {}))).toEqual({ ...NOTHING, nextBase: base() });
  });

  it.each(DEEDS)('%s on a side that is read only for us, it is left alone for good', (_, change, was) => {
    const policy = toward(to === 'wix' ? 'to-store' : 'to-wix', 'title', 'body', 'rating', 'author', 'status', 'reply');
    const input = { ...changedOn(side, change, was), policy };
    expect(plan(input)).toMatchObject({ ops: [], conflicts: [], blocked: [] });
    expect(plan(afterwards(input)).ops).toEqual([]);
  });
});

describe('a store that holds neither titles nor answers', () => {
  const pair = (wix: Change): PlanInput => given({ wix: present(wix), store: present({ title: '' }), base: base({}, { title: '' }), capabilities: withWoo });

  it.each([{ title: 'Another' }, { reply: 'Thanks' }])('is not bothered with %j', (change) => {
    expect(plan(pair(change))).toMatchObject({ ops: [], conflicts: [], blocked: [] });
  });

  it('gets the text of a change that also touched the title', () => {
    expect(plan(pair({ title: 'Another', body: 'New' })).ops).toEqual([{ kind: 'update', on: 'store', edits: { body: 'New' } }]);
  });

  it('never empties the title on Wix by having none', () => {
    const input: PlanInput = { ...pair({}), store: present({ title: '', body: 'From the store' }) };
    expect(plan(input).ops).toEqual([{ kind: 'update', on: 'wix', edits: { body: 'From the store' } }]);
    expect(afterwards(input).wix).toEqual(present({ body: 'From the store' }));
  });
});

describe('the order in which both sides are met', () => {
  it('does not matter for two changes of different fields', () => {
    const first = afterwards(changedOn('wix', { body: 'B' }));
    const second = afterwards({ ...first, store: present({ body: 'B', rating: 1 }) });
    const atOnce = afterwards(given({ wix: present({ body: 'B' }), store: present({ rating: 1 }), base: base() }));
    expect([second.wix, second.store, second.base]).toEqual([atOnce.wix, atOnce.store, atOnce.base]);
  });

  it('does not matter for a repeated or late look: the plan of a pair at rest is empty', () => {
    let state = changedOn('store', { body: 'B', status: 'hidden' });
    for (let look = 0; look < 5; look += 1) state = afterwards(state);
    expect(plan(state)).toEqual({ ...NOTHING, nextBase: base({ body: 'B', status: 'hidden' }) });
  });
});

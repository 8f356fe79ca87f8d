import { describe, expect, it } from 'vitest';
import { brandId, type WixReviewId } from '../../core/ids';
import { TestSite } from '../../../test/support/test-site';
import { wixBornLink } from './new-link';
import type { LinkRow } from './tables';
import { callsOf, isEmptyWrites, noWrites, writeAll, type Writes } from './writes';

function row(name: string, change: Partial<LinkRow> = {}): LinkRow {
  const identity = { reviewId: brandId<WixReviewId>(name), productId: null, contactId: null, review: null };
  return { ...wixBornLink(brandId('site'), identity, 1), ...change };
}

/** One of each kind, and the rows they are about. */
function everyKind(): { site: TestSite; writes: Writes; rows: Record<'added' | 'saved' | 'patched' | 'removed', LinkRow> } {
  const site = new TestSite();
  const rows = { added: row('added'), saved: row('saved'), patched: row('patched'), removed: row('removed') };
  site.put('links', rows.saved, rows.patched, rows.removed);
  const writes = noWrites();
  writes.insert.push(rows.added);
  writes.save.push({ ...rows.saved, marks: 5 });
  writes.patch.push({ id: rows.patched._id, set: { state: 'skipped' } });
  writes.remove.push(rows.removed._id);
  return { site, writes, rows };
}

describe('the row changes of a page', () => {
  it('begin as none, each page with lists of its own', () => {
    noWrites().insert.push(row('one'));
    expect(isEmptyWrites(noWrites())).toBe(true);
    expect(callsOf(noWrites())).toBe(0);
  });

  it.each(['insert', 'save', 'patch', 'remove'] as const)('are not empty, and cost one call, with one to %s', async (kind) => {
    const { site, writes } = everyKind();
    const only = { ...noWrites(), [kind]: writes[kind] };
    expect([isEmptyWrites(only), callsOf(only)]).toEqual([false, 1]);
    await site.run((session) => writeAll(session, only));
    expect(site.calls.slice(1)).toEqual([`rows.${kind}Many`]);
  });

  it('of one kind cost one call, however many', async () => {
    const site = new TestSite();
    const writes: Writes = { ...noWrites(), insert: ['a', 'b', 'c'].map((name) => row(name)) };
    expect(callsOf(writes)).toBe(1);
    await site.run((session) => writeAll(session, writes));
    expect(site.links()).toHaveLength(3);
  });

  it('all reach their rows, those that carry intents first, in as many calls as was said', async () => {
    const { site, writes, rows } = everyKind();
    await site.run((session) => writeAll(session, writes));
    expect(site.calls.slice(1)).toEqual(['rows.insertMany', 'rows.saveMany', 'rows.patchMany', 'rows.removeMany']);
    expect(callsOf(writes)).toBe(4);
    expect([...site.links()].sort((a, b) => String(a.wixReviewId).localeCompare(String(b.wixReviewId)))).toEqual([rows.added, { ...rows.patched, state: 'skipped' }, { ...rows.saved, marks: 5 }]);
  });

  it('that are none make no call', async () => {
    const site = new TestSite();
    await site.run((session) => writeAll(session, noWrites()));
    expect(site.calls).toEqual(['rows.get']);
  });

  it('do not take over a row that somebody else made meanwhile', async () => {
    const { site, writes, rows } = everyKind();
    site.put('links', { ...rows.added, marks: 9 });
    await site.run((session) => writeAll(session, writes));
    expect(site.links().find(({ _id }) => _id === rows.added._id)?.marks).toBe(9);
  });

  it('that fail half-way can all be made again', async () => {
    const { site, writes } = everyKind();
    site.fail({ call: 'rows.patchMany', how: 'after' });
    await expect(site.run((session) => writeAll(session, writes))).rejects.toMatchObject({ code: 'WIX_SERVER_ERROR' });
    const clean = everyKind();
    await clean.site.run((session) => writeAll(session, clean.writes));
    await site.run((session) => writeAll(session, writes));
    expect(new Set(site.links())).toEqual(new Set(clean.site.links()));
  });
});

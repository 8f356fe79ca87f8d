import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../../test/support/test-site';
import { matches } from '../../../../sim/world/query';
import { brandId, type LinkId } from '../../../core/ids';
import { startPreview, tickPreview } from '../../sync/preview';
import { ask, connectionRow, fixture, previewRow, type Fixture } from '../testing/fixture';
import { linkRow } from '../testing/link-row';
import { postBackfill } from '../backfill';
import { getComparison } from './comparison';
import { getPreview, listPreviewRows, postPreview, postPreviewTick } from './preview';
import { GROUP_WHERE, PREVIEW_GROUPS } from './preview-groups';
import type { ComparisonAnswer, PreviewAnswer, PreviewTickAnswer } from './setup-types';
import type { LinksAnswer } from '../api-types';

function shop(): Fixture {
  const live = fixture();
  connectionRow(live);
  return live;
}

const read = async <Answer>(response: Promise<Response>): Promise<Answer> => (await response).json() as Promise<Answer>;
const look = (live: Fixture): Promise<PreviewAnswer> => read(getPreview(ask('setup/preview', { method: 'GET' }), live.deps, {}));
const act = (live: Fixture, action: string): Promise<PreviewAnswer> => read(postPreview(ask('setup/preview', { body: { action } }), live.deps, {}));
const link = (id: string, change: Parameters<typeof linkRow>[0]): ReturnType<typeof linkRow> => linkRow({ _id: brandId<LinkId>(id), ...change });

describe('a preview through its endpoints', () => {
  it('is none, begins, is carried on, and then has its numbers', async () => {
    const live = shop();
    expect(await look(live)).toEqual({ preview: null, groups: null });
    expect((await act(live, 'start')).preview).toMatchObject({ state: 'running', done: 1200, total: 2000 });
    const tick = await read<PreviewTickAnswer>(postPreviewTick(ask('setup/preview-tick', { body: {} }), live.deps, {}));
    expect(tick).toMatchObject({ preview: { state: 'done', contacts: 12, calls: 240 }, calls: 10 });
    expect((await look(live)).groups).toMatchObject({ 'create-on-wix': 0, other: 0 });
  });

  it('counts every group within a dashboard call', async () => {
    const live = shop();
    live.preview = previewRow({ state: 'done' });
    await look(live);
    expect(live.budgets[0]?.spent).toBeLessThanOrEqual(15);
  });

  it('can be given up, and says so', async () => {
    const live = shop();
    live.preview = previewRow({ stage: 'copying', state: 'paused' });
    expect((await look(live)).preview?.state).toBe('preparing');
    expect((await act(live, 'cancel')).preview?.state).toBe('cancelled');
  });

  it('foretells the time at the pace that leaves room for others', async () => {
    const live = shop();
    live.preview = previewRow({ calls: 240 });
    expect((await look(live)).preview?.timeMs).toBe(170_000);
  });

  it('opens the rows behind each number, and only those', async () => {
    const live = shop();
    live.tables.put('previewLinks', link('a', { outcome: 'created-on-wix' }), link('b', { outcome: 'matched' }), link('c', { state: 'blocked', code: 'AUTHOR_NO_EMAIL' }));
    live.tables.put('links', link('d', { outcome: 'created-on-wix' }));
    const rows = async (group: string): Promise<readonly string[]> => (await read<LinksAnswer>(listPreviewRows(ask(`setup/preview-rows?group=${group}`, { method: 'GET' }), live.deps, {}))).items.map(({ id }) => id);
    expect([await rows('create-on-wix'), await rows('same'), await rows('AUTHOR_NO_EMAIL'), await rows('conflict')]).toEqual([['a'], ['b'], ['c'], []]);
  });

  it('refuses an action and a group it does not know', async () => {
    const live = shop();
    expect((await postPreview(ask('setup/preview', { body: { action: 'commit' } }), live.deps, {})).status).toBe(400);
    expect((await listPreviewRows(ask('setup/preview-rows?group=all', { method: 'GET' }), live.deps, {})).status).toBe(400);
  });
});

describe('the groups', () => {
  it('hold every review of a real preview exactly once', async () => {
    const site = new TestSite();
    site.world.addProduct(2, 'store');
    for (let person = 2; person <= 8; person += 1) site.addPerson(person, { contact: person % 2 === 0, email: person !== 5 });
    site.writeOnWix('Both');
    site.writeInStore('Both');
    site.writeOnWix('One thing', { person: 2 });
    site.writeInStore('Another', { person: 2 });
    site.writeInStore('New', { person: 3 });
    site.writeOnWix('Only Wix', { person: 4 });
    site.writeInStore('No address', { person: 5 });
    site.writeOnWix('Later', { person: 6, status: 'pending' });
    site.writeInStore('Other product', { person: 7, product: 2 });
    site.writeInStore('No stars', { person: 7, rating: null });
    await site.run(startPreview, { calls: 15 });
    for (let ticks = 0; ticks < 20; ticks += 1) {
      if ((await site.run(tickPreview, { calls: 15 }))?.state === 'done') break;
      site.passMs(1_000);
    }
    const rows = site.world.rows.all('previewLinks');
    expect(rows.length).toBe(9);
    const groupsOf = rows.map((row) => PREVIEW_GROUPS.filter((group) => matches<'links'>(row, GROUP_WHERE[group])));
    expect(groupsOf.filter((groups) => groups.length !== 1)).toEqual([]);
  });
});

describe('GET setup/comparison', () => {
  it('puts what happened since beside what was foretold, without the share of earlier runs', async () => {
    const live = shop();
    live.preview = previewRow({ state: 'done', before: { matched: 1, 'created-on-wix': 1, 'created-in-store': 0 } });
    live.tables.put('previewLinks', link('p1', { outcome: 'created-on-wix' }), link('p2', { outcome: 'matched' }), link('p3', { state: 'skipped', code: 'CONTACT_HAS_REVIEW' }));
    live.tables.put('links', link('1', { outcome: 'created-on-wix' }), link('2', { outcome: 'created-on-wix' }), link('3', { outcome: 'matched' }), link('4', { outcome: 'matched' }), link('5', { state: 'blocked', code: 'AUTHOR_NO_EMAIL' }));
    const answer = await read<ComparisonAnswer>(getComparison(ask('setup/comparison', { method: 'GET' }), live.deps, {}));
    expect(answer).toEqual({
      foretold: { 'create-on-wix': 1, 'create-in-store': 0, same: 1, stays: 1 },
      happened: { 'create-on-wix': 1, 'create-in-store': 0, same: 1, stays: 1 },
    });
    expect(live.budgets[0]?.spent).toBeLessThanOrEqual(9);
  });

  it('tells what there is where no preview was made', async () => {
    const live = shop();
    live.tables.put('links', link('1', { outcome: 'matched' }));
    expect(await read<ComparisonAnswer>(getComparison(ask('setup/comparison', { method: 'GET' }), live.deps, {}))).toMatchObject({ foretold: null, happened: { same: 1 } });
  });
});

describe('cancelling a run', () => {
  it('is one of the things that can be asked of it', async () => {
    const live = shop();
    await postBackfill(ask('sync/backfill', { body: { action: 'start' } }), live.deps, {});
    expect(await read(postBackfill(ask('sync/backfill', { body: { action: 'cancel' } }), live.deps, {}))).toMatchObject({ run: { state: 'cancelled' } });
  });
});

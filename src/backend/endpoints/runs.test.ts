import { describe, expect, it } from 'vitest';
import { brandId, type LinkId } from '../../core/ids';
import { runRowId } from '../../core/link-id';
import { postRollback } from './rollback';
import { listRuns } from './runs';
import { ask, connectionRow, fixture, NOW_MS, OTHER_SITE, runRow, SITE, type Fixture } from './testing/fixture';
import { linkRow } from './testing/link-row';

const list = async (live: Fixture) => (await listRuns(ask('sync/runs', { method: 'GET' }), live.deps, {})).json();

describe('GET sync/runs', () => {
  it('lists the latest ten, newest first, each with how many of its copies still stand', async () => {
    const live = fixture();
    for (let n = 0; n < 12; n += 1) live.tables.put('runs', runRow({ _id: `r${n}`, startedAtMs: NOW_MS - n, state: 'done' }));
    for (let n = 0; n < 3; n += 1) live.tables.put('links', linkRow({ _id: brandId<LinkId>(`l${n}`), runAtMs: NOW_MS - 1 }));
    const { items } = await list(live);
    expect(items.map(({ run }: { run: { startedAtMs: number } }) => NOW_MS - run.startedAtMs)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(items.map(({ copies }: { copies: number }) => copies).slice(0, 3)).toEqual([0, 3, 0]);
    expect(live.budgets[0]?.spent).toBe(11);
  });

  it('has no number of copies for a rollback, which makes none', async () => {
    const live = fixture();
    live.tables.put('runs', runRow({ kind: 'rollback', phase: 'done', state: 'done', undoes: NOW_MS - 5 }));
    expect((await list(live)).items).toMatchObject([{ copies: null, run: { kind: 'rollback', undoes: NOW_MS - 5 } }]);
  });

  it("leaves out another site's runs", async () => {
    const live = fixture();
    live.tables.put('runs', runRow({ _id: runRowId(OTHER_SITE), instanceId: OTHER_SITE }), runRow({ _id: runRowId(SITE) }));
    expect((await list(live)).items).toHaveLength(1);
  });
});

describe('POST sync/rollback', () => {
  const roll = (live: Fixture, body: unknown) => postRollback(ask('sync/rollback', { body }), live.deps, {});

  it('begins to take the copies of that run back', async () => {
    const live = fixture();
    connectionRow(live);
    expect(await (await roll(live, { startedAtMs: 77 })).json()).toMatchObject({ run: { kind: 'rollback', phase: 'undo', undoes: 77 } });
  });

  it.each([[{}], [{ startedAtMs: 'now' }], [{ startedAtMs: -1 }], [{ startedAtMs: 1.5 }], [{ startedAtMs: 5, instanceId: 'site-b' }]])('refuses %j with a coded 400', async (body) => {
    const live = fixture();
    connectionRow(live);
    const response = await roll(live, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'INPUT_INVALID' } });
    expect(live.run).toBeNull();
  });
});

import { expect, it } from 'vitest';
import { postBackfill } from './backfill';
import { ask, connectionRow, fixture, NOW_MS, type Fixture } from './testing/fixture';

const DOWN = { storeFailures: 4, storeProbeAtMs: NOW_MS + 60_000, storeProbes: 2, storeDownSinceMs: NOW_MS - 7_200_000, storeDownCode: 'STORE_BLOCKED' } as const;

/** Starts a comparison, and tells when the store was asked whether it is back: the time its probe was due. */
async function start(live: Fixture, action: 'start' | 'sweep'): Promise<readonly (number | null | undefined)[]> {
  const asked: (number | null | undefined)[] = [];
  const engine = { ...live.deps.engine, probeWhenDue: ({ connection }: Parameters<typeof live.deps.engine.probeWhenDue>[0]) => {
    asked.push(connection.storeProbeAtMs);
    return Promise.resolve(true);
  } };
  const response = await postBackfill(ask('sync/backfill', { body: { action } }), { ...live.deps, engine }, {});
  expect(response.status).toBe(200);
  return asked;
}

it.each(['start', 'sweep'] as const)('a person who presses %s while the store is left alone is a reason to ask it at once', async (action) => {
  const live = fixture();
  connectionRow(live, DOWN);
  expect(await start(live, action)).toEqual([NOW_MS]);
});

it('a store that answers is not asked first', async () => {
  const live = fixture();
  connectionRow(live);
  expect(await start(live, 'start')).toEqual([]);
});

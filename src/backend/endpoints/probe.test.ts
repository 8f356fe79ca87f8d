import { describe, expect, it } from 'vitest';
import { postProbe } from './probe';
import { getStatus } from './status';
import { ask, connectionRow, fixture, NOW_MS, type Fixture } from './testing/fixture';

const DOWN = { storeFailures: 4, storeProbeAtMs: NOW_MS + 60_000, storeProbes: 2, storeDownSinceMs: NOW_MS - 7_200_000, storeDownCode: 'STORE_BLOCKED' } as const;

const press = async (live: Fixture): Promise<unknown> => (await postProbe(ask('sync/probe'), live.deps, {})).json();
const status = async (live: Fixture): Promise<Record<string, unknown>> => (await getStatus(ask('sync/status', { method: 'GET' }), live.deps, {})).json();

describe('POST sync/probe', () => {
  it('asks the store now, whatever time its next probe was set for, and answers what came of it', async () => {
    const live = fixture();
    connectionRow(live, DOWN);
    const deps = { ...live.deps, engine: { ...live.deps.engine, probeWhenDue: async ({ connection, rows }: Parameters<typeof live.deps.engine.probeWhenDue>[0]) => {
      expect(connection.storeProbeAtMs).toBe(NOW_MS);
      await rows.patch('connections', connection._id, { set: { storeFailures: 0 } });
      return true;
    } } };
    expect(await press({ ...live, deps })).toMatchObject({ connection: { down: null } });
  });

  it('says what is still wrong when the store gives no answer', async () => {
    const live = fixture();
    connectionRow(live, DOWN);
    expect(await press(live)).toMatchObject({ connection: { down: { sinceMs: NOW_MS - 7_200_000, cause: expect.stringContaining('A firewall') } } });
  });

  it('has nobody to ask on a site without a store', async () => {
    expect((await postProbe(ask('sync/probe'), fixture().deps, {})).status).toBe(409);
  });
});

describe('the status of a store that is down', () => {
  it('says since when and why', async () => {
    const live = fixture();
    connectionRow(live, DOWN);
    expect(await status(live)).toMatchObject({ connection: { down: { sinceMs: NOW_MS - 7_200_000 } } });
  });

  it('is no news before it has failed often enough', async () => {
    const live = fixture();
    connectionRow(live, { ...DOWN, storeFailures: 2 });
    expect(await status(live)).toMatchObject({ connection: { down: null } });
  });

  it('is another version, so that an open page learns of it', async () => {
    const live = fixture();
    connectionRow(live);
    const up = (await status(live))['version'];
    connectionRow(live, DOWN);
    expect((await status(live))['version']).not.toBe(up);
  });
});

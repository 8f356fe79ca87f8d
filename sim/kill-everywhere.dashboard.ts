import type { EndpointDeps, Handler } from '../src/backend/endpoints/endpoint';
import { SYNC_ENGINE } from '../src/backend/endpoints/sync-engine';
import { ask, fixture } from '../src/backend/endpoints/testing/fixture';
import { SyncError } from '../src/core/sync-error';
import type { Desk } from './kill-everywhere.desk';
import { INSTANCE } from './world/world';
import { simulatedStore } from './world/store';
import { Io } from './io';

const known = new WeakMap<Desk, EndpointDeps>();

/** Everything endpoints reach, in this desk's world. Keys are sealed and addresses signed as in the handlers' own tests. */
function depsOf(desk: Desk): EndpointDeps {
  const { world, hooks } = desk;
  const deps: EndpointDeps = known.get(desk) ?? {
    ...fixture().deps,
    authorise: async () => ({ instanceId: INSTANCE }),
    openSite: (instanceId, budget) => world.opener().openSite(instanceId, budget),
    openSync: async (site) => {
      const opener = world.opener();
      return opener.openSync(opener.openSite(site.instanceId, site.budget));
    },
    connectStore: (_keys, budget) => {
      const io = new Io({ scheduler: world.scheduler, dice: world.dice, budget, crashAtStep: null, onCall: (far, name) => world.onCall(`${far}.${name}`) });
      return { ...simulatedStore(world.shops, io, world.dice), ...hooks.of(budget) };
    },
    clock: { nowMs: () => world.scheduler.nowMs },
    engine: SYNC_ENGINE,
  };
  known.set(desk, deps);
  return deps;
}

/** Presses a button of the dashboard. Throws `UNEXPECTED` when the answer is that it did not work. */
export async function request(desk: Desk, handler: Handler, body: object = {}): Promise<void> {
  const response = await handler(ask('sync', { body }), depsOf(desk), {});
  if (!response.ok) throw new SyncError('UNEXPECTED', { got: `HTTP ${response.status}: ${await response.text()}` });
}

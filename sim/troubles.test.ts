import { expect, it } from 'vitest';
import { Humans } from './humans';
import { quietWorld } from './quiet-world.fixture';
import { begin, live } from './rest';
import { Tally } from './tally';
import { Timers } from './timers';
import { Troubles } from './troubles';
import type { World } from './world/world';

function troubled(): { world: World; timers: Timers; tally: Tally; troubles: Troubles } {
  const world = quietWorld();
  const [timers, tally] = [new Timers(world.scheduler), new Tally()];
  return { world, timers, tally, troubles: new Troubles(world, timers, tally) };
}

it('an app that is removed leaves no row but the matches, and is back later, knowing of no copy', async () => {
  const { world, timers, troubles } = troubled();
  new Humans(world).writeSameOnBoth();
  for (const record of world.shops.store.values()) record.byApp = true;
  troubles.removeApp();
  expect(world.rows.all('connections')).toEqual([]);
  expect(world.rows.all('products')).toHaveLength(1);
  await live(world, timers);
  expect(world.rows.all('connections')).toHaveLength(1);
  expect([...world.shops.store.values()].map(({ byApp }) => byApp)).toEqual([false]);
});

it('what goes on while the app is removed has no rights any more, and leaves no row behind', async () => {
  const { world, timers, troubles } = troubled();
  begin(world);
  await world.scheduler.once();
  await world.scheduler.once();
  troubles.removeApp();
  await world.scheduler.untilIdle();
  expect(world.rows.all('runs')).toEqual([]);
  await live(world, timers);
});

it('a backup that is put back takes reviews out of the store without a word', () => {
  const { world, troubles } = troubled();
  const said: unknown[] = [];
  new Humans(world).writeInStore();
  world.shops.onChange = (change) => said.push(change);
  for (const { id } of world.shops.store.values()) world.shops.vanishFromStore(id);
  expect(said).toMatchObject([{ side: 'store', silent: true, byApp: false }]);
  troubles.restoreBackup();
  expect([...world.happened.keys()]).toEqual(['backup put back']);
});

it('a clock jumps for the app alone, and only between two invocations', async () => {
  const { world, timers, troubles } = troubled();
  begin(world);
  troubles.jumpForward();
  expect(world.clockSkewMs).toBe(0);
  await live(world, timers);
  expect(world.clockSkewMs).toBeGreaterThanOrEqual(60 * 60_000);
});

it('a rollback allows each pair one deletion and one more copy', () => {
  const tally = new Tally();
  tally.add('p|a', 'store', false);
  for (let write = 1; write <= 3; write += 1) tally.add('p|a', 'wix', true);
  expect(tally.worst().writesPerChange).toBe(3);
  tally.allowTakingBack();
  expect(tally.worst().writesPerChange).toBeLessThanOrEqual(1);
});

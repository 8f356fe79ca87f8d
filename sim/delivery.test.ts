import { expect, it } from 'vitest';
import { brandId, type ContactId, type WixProductId } from '../src/core/ids';
import { deliverChanges } from './delivery';
import type { Faults } from './faults';
import { quietWorld } from './quiet-world.fixture';
import { live } from './rest';
import { Timers } from './timers';
import type { World } from './world/world';

const FIELDS = { title: '', body: 'Fits well', rating: 4, author: 'Dana', status: 'published', reply: null } as const;

/** A person writes on Wix and everything that follows from it happens. */
async function written(faults: Partial<Faults>, spoil: (world: World) => void = () => undefined): Promise<{ world: World; entries: number }> {
  const world = quietWorld(faults);
  const timers = new Timers(world.scheduler);
  deliverChanges(world, timers);
  spoil(world);
  world.shops.createOnWix({ productId: brandId<WixProductId>('wp1'), contactId: brandId<ContactId>('k1'), fields: FIELDS, writtenAt: '2026-05-01T00:00:00Z', byApp: false });
  let entries = 0;
  const open = world.opener.bind(world);
  world.opener = (...args) => {
    entries += 1;
    return open(...args);
  };
  await live(world, timers);
  return { world, entries };
}

it('a new review on Wix is told three times, and its copy in the store once', async () => {
  const { world, entries } = await written({});
  expect(entries).toBe(4);
  expect(world.shops.store.size).toBe(1);
});

it('every event twice: the copy is made once', async () => {
  const { world, entries } = await written({ duplicateEvent: 1 });
  expect(entries).toBe(7);
  expect(world.shops.store.size).toBe(1);
});

it('a lost event is not delivered at all', async () => {
  const { world, entries } = await written({ lostEvent: 1 });
  expect(entries).toBe(0);
  expect(world.shops.store.size).toBe(0);
});

it('a late event arrives seconds to minutes after, all the same', async () => {
  const { world } = await written({ lateEvent: 1 });
  expect(world.dice.struck.get('lateEvent')).toBe(3);
  expect(world.shops.store.size).toBe(1);
});

it('an event that the app could not take in comes again', async () => {
  let left = 3;
  const { world, entries } = await written({}, (spoiled) => {
    const calm = spoiled.dice.strikes.bind(spoiled.dice);
    spoiled.dice.strikes = (fault) => (fault === 'crash' && left-- > 0) || calm(fault);
  });
  expect(entries).toBeGreaterThan(4);
  expect(world.shops.store.size).toBe(1);
});

it('equal hints that wait are merged, as WooCommerce merges them', async () => {
  const world = quietWorld();
  const timers = new Timers(world.scheduler);
  deliverChanges(world, timers);
  const record = { productId: brandId<never>('sp1'), email: world.people[0]?.email ?? null, writtenAt: '2026-05-01T00:00:00Z', byApp: false };
  world.shops.createInStore({ ...record, fields: FIELDS });
  world.shops.createInStore({ ...record, fields: { ...FIELDS, body: 'Other' } });
  let opened = 0;
  const open = world.opener.bind(world);
  world.opener = (...args) => {
    opened += 1;
    return open(...args);
  };
  timers.fire();
  await world.scheduler.untilIdle();
  expect(opened).toBe(1);
});

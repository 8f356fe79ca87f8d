import { expect, it } from 'vitest';
import { Humans } from './humans';
import { quietWorld } from './quiet-world.fixture';

it('people write, edit, hide and delete in both shops, and never as the app', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 40; seed += 1) {
    const world = quietWorld({}, seed);
    world.shops.onChange = (change) => {
      expect(change.byApp).toBe(false);
      const what = change.side === 'wix' ? `${change.kind}${change.before === null ? ' new' : ''}` : change.record.trashed ? 'trashed' : change.record.fields.status;
      seen.add(`${change.side}: ${what}`);
    };
    const humans = new Humans(world);
    for (let act = 0; act < 12; act += 1) humans.act();
  }
  for (const what of ['wix: changed new', 'wix: changed', 'wix: deleted', 'store: published', 'store: hidden', 'store: trashed']) expect(seen).toContain(what);
});

it('the history before the app came holds the same review on both sides now and then, of one date', () => {
  let pairs = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    const world = quietWorld({}, seed);
    new Humans(world).history();
    for (const wix of world.shops.wix.values()) for (const store of world.shops.store.values()) if (wix.fields.body === store.fields.body && wix.writtenAt === store.writtenAt) pairs += 1;
  }
  expect(pairs).toBeGreaterThan(0);
});

it('no two reviews are written in one second, except one that is the same in both shops', () => {
  const world = quietWorld();
  const humans = new Humans(world);
  for (let count = 0; count < 5; count += 1) humans.writeInStore();
  const seconds = [...world.shops.store.values()].map(({ writtenAt }) => writtenAt.slice(0, 19));
  expect(new Set(seconds).size).toBe(5);
});

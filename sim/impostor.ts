import { Random } from './random';
import type { Timers } from './timers';
import type { StoreRecord } from './world/shop';
import type { World } from './world/world';

const MINUTE_MS = 60_000;
/** How many worlds have one. */
const SHARE = 0.3;

/**
 * Somebody wrote in the store what they read on Wix, under its author's address, before the app came: later, the genuine
 * review's own copy stands there already. It waits for approval; the owner throws it away, or believes it. Has dice of its own, so that worlds without one stay as they were.
 */
export function sendImpostor(world: World, timers: Timers, seed: number): void {
  const random = new Random(seed + 500_000_000);
  if (!random.chance(SHARE)) return;
  const { shops, products, scheduler } = world;
  const target = [...shops.wix.values()].find((one) => one.fields.status === 'published');
  const product = products.find((one) => one.wix === target?.productId)?.store ?? null;
  const email = target === undefined ? null : (shops.contacts.get(target.contactId) ?? null);
  if (target === undefined || product === null || email === null) return;
  const writtenAt = new Date(scheduler.nowMs - 500).toISOString();
  const fake = shops.createInStore({ productId: product, email, fields: { ...target.fields, title: '', status: 'pending', reply: null }, writtenAt, byApp: false });
  if (fake === null) return;
  world.note('impostor wrote in the store');
  timers.after(random.between(8, 20) * MINUTE_MS, () => decide(world, random, fake));
}

function decide({ shops }: World, random: Random, { id }: StoreRecord): void {
  const fake = shops.store.get(id);
  if (fake === undefined || fake.trashed) return;
  const verdict = random.pick(['bin', 'spam', 'edit and approve', 'approve'] as const);
  const { fields } = fake;
  if (verdict === 'bin') shops.changeInStore(id, { trashed: true }, false);
  else if (verdict === 'spam') shops.changeInStore(id, { fields: { ...fields, status: 'hidden' } }, false);
  else shops.changeInStore(id, { fields: { ...fields, status: 'published', ...(verdict === 'approve' ? {} : { body: `${fields.body}, or not` }) } }, false);
}

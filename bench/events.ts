import { followHint } from '../src/backend/sync/follow-hint';
import { receiveHint } from '../src/backend/sync/receive-hint';
import { receiveWixEvent } from '../src/backend/sync/receive-wix-event';
import type { WixReviewEvent } from '../src/backend/sync/wix-review-event';
import type { WixRecord } from '../sim/world/shop';
import { toWixReview } from '../sim/world/wix';
import { INSTANCE } from '../sim/world/world';
import { BenchWorld } from './bench-world';

export interface EventFigures {
  /** Calls of one invocation, the platform's own not counted. */
  readonly create: number;
  readonly echo: number;
  readonly update: number;
  readonly hintCreate: number;
  readonly hintEcho: number;
  readonly cpuMs: number;
  readonly invocationMax: number;
}

/** One review each way, its echo, and an edit. */
export async function benchEvents(): Promise<EventFigures> {
  const bench = new BenchWorld();
  const { world } = bench;
  world.addProduct(1, 'both');
  world.addPerson(1, true, true);
  world.addPerson(2, false, true);
  const [product] = world.products;
  const [wixPerson, storePerson] = world.people;
  if (product?.wix == null || product.store === null || wixPerson?.contactId == null || storePerson === undefined) throw new Error('Expected a furnished world, got an empty one');
  const fields = { title: 'Title', body: 'Body', rating: 4 as const, author: 'Dana', status: 'published' as const, reply: null };

  const written = world.shops.createOnWix({ productId: product.wix, contactId: wixPerson.contactId, fields, writtenAt: '2026-01-01T00:00:00.000Z', byApp: false });
  if (written === null) throw new Error('Expected a review, got none');
  // The first event compiles and warms: the figure is for those that follow.
  const cpu = process.cpuUsage();
  const create = await deliver(bench, written, false);
  const cpuMs = Math.round(process.cpuUsage(cpu).user / 1000);

  const storeProduct = product.store;
  world.shops.createInStore({ productId: storeProduct, email: storePerson.email, fields: { ...fields, title: '', body: 'Written in the store' }, writtenAt: '2026-01-02T00:00:00.000Z', byApp: false });
  const hintCreate = await hint(bench, storeProduct);
  const hintEcho = await hint(bench, storeProduct);
  const copy = [...world.shops.wix.values()].find((record) => record.byApp);
  if (copy === undefined) throw new Error('Expected the copy on Wix, got none');
  const echo = Math.max(await deliver(bench, copy, true), await deliver(bench, copy, false));

  world.shops.changeOnWix(written.id, { body: 'Edited' }, false);
  const update = await deliver(bench, written, false);
  return { create, echo, update, hintCreate, hintEcho, cpuMs, invocationMax: bench.mostCalls };
}

async function deliver(bench: BenchWorld, record: WixRecord, ours: boolean): Promise<number> {
  const event: WixReviewEvent = {
    kind: 'changed', instanceId: INSTANCE, reviewId: record.id, productId: record.productId, contactId: record.contactId, review: toWixReview(record), ours, erased: false,
  };
  bench.mostCalls = 0;
  await bench.invoke((opener) => receiveWixEvent(event, opener));
  return bench.mostCalls;
}

async function hint(bench: BenchWorld, product: Parameters<typeof receiveHint>[1]): Promise<number> {
  return bench.invoke(async (_, open) => {
    const session = await open();
    await followHint(session, await receiveHint(session, product));
  });
}

import { fingerprints } from '../../core/fingerprint';
import type { Op, Plan } from '../../core/plan-types';
import type { Field, Side } from '../../core/review';
import type { Store, StoreReview } from '../stores/store';
import { announceChange, isChange, writtenBy, type Change } from './change-intent';
import { createInStore } from './create-in-store';
import { createOnWix } from './create-on-wix';
import { COPIED_TO_STORE, COPIED_TO_WIX, FOUND_SAME } from './happened';
import { asRead, withStored, type Done } from './done';
import { keepLost } from './keep-lost';
import type { Pair } from './pair';
import { createdBase } from './prints';
import type { SyncSession } from './session';

/** Carries a plan out, op by op. Stops at the first that throws: what went through shows when the pair is read again. */
export async function act(session: SyncSession, pair: Pair, plan: Plan): Promise<Done> {
  let done: Done = {
    wix: pair.wix,
    store: pair.store,
    base: plan.nextBase,
    code: plan.blocked[0]?.code ?? (isLeftAlone(pair, plan) ? 'COUNTERPART_GONE' : isKeptHome(pair, plan) ? 'DIRECTION_OFF' : null),
    outcome: pair.link.outcome,
    event: null,
    tombstone: isGone(pair),
  };
  await keepLost(session, pair.link, plan.conflicts);
  const written: Field[] = [];
  for (const op of plan.ops) {
    if (isChange(op)) {
      await announceChange(session, pair, done, op, written);
      written.push(...writtenBy(op));
    }
    done = await perform(session, pair, op, done);
  }
  return done;
}

/** The pair has ended, and one of the two lives on: it waits for nothing. */
function isLeftAlone({ wixSeen, storeSeen }: Pair, { nextBase }: Plan): boolean {
  const kinds = [wixSeen.kind, storeSeen.kind];
  return nextBase === null && kinds.includes('present') && kinds.includes('gone');
}

/** Only one side ever held it, and nothing stands in its way but what was chosen in Setup: it waits for nothing, either. */
function isKeptHome({ wixSeen, storeSeen }: Pair, { ops }: Plan): boolean {
  const kinds = [wixSeen.kind, storeSeen.kind];
  return ops.length === 0 && kinds.includes('present') && kinds.includes('never');
}

function isGone({ wixSeen, storeSeen }: Pair): boolean {
  return wixSeen.kind !== 'present' && storeSeen.kind !== 'present';
}

async function perform(session: SyncSession, pair: Pair, op: Op, done: Done): Promise<Done> {
  switch (op.kind) {
    case 'create':
      return op.on === 'store' ? createdInStore(session, pair, op, done) : createdOnWix(session, pair, op, done);
    case 'delete':
      return op.on === 'store' ? deletedInStore(session, done) : deletedOnWix(session, done);
    case 'update':
    case 'moderate':
    case 'reply':
      return op.on === 'store' ? changedInStore(session, op, done) : changedOnWix(session, op, done);
  }
}

type Create = Extract<Op, { kind: 'create' }>;

async function createdInStore(session: SyncSession, { link, wix, target }: Pair, op: Create, done: Done): Promise<Done> {
  if (wix === null) return done;
  const created = await createInStore(session, link, wix, op.fields, target);
  if (created.kind === 'kept') return { ...done, code: created.code, base: null };
  if (created.kind === 'adopted') {
    const base = { wix: fingerprints(wix.fields), store: fingerprints(created.review.fields) };
    return { ...done, store: created.review, base, outcome: 'matched', event: FOUND_SAME };
  }
  const base = createdBase('store', { wix: wix.fields, store: created.review.fields }, session.store.capabilities.holds);
  return { ...done, store: created.review, base, outcome: 'created-in-store', event: COPIED_TO_STORE };
}

async function createdOnWix(session: SyncSession, { link, store }: Pair, op: Create, done: Done): Promise<Done> {
  if (store === null) return done;
  const created = await createOnWix(session, link, store, op.fields);
  if (created.kind === 'kept') return { ...done, code: created.code, base: null };
  if (created.kind === 'adopted') {
    const base = { wix: fingerprints(created.review.fields), store: fingerprints(store.fields) };
    return { ...done, wix: created.review, base, outcome: 'matched', event: FOUND_SAME };
  }
  const base = createdBase('wix', { wix: created.review.fields, store: store.fields }, session.store.capabilities.holds);
  return { ...done, wix: created.review, base, outcome: 'created-on-wix', event: COPIED_TO_WIX };
}

async function deletedInStore(session: SyncSession, done: Done): Promise<Done> {
  if (done.store === null) return done;
  await session.store.trashReview(done.store.id);
  return { ...done, base: null, event: 'Moved to the bin in the store', tombstone: true };
}

async function deletedOnWix(session: SyncSession, done: Done): Promise<Done> {
  if (done.wix === null) return done;
  await session.wix.deleteReview(done.wix.id);
  return { ...done, base: null, event: 'Deleted on Wix', tombstone: true };
}

async function changedInStore({ store }: SyncSession, op: Change, done: Done): Promise<Done> {
  if (done.store === null) return done;
  const review = await writeInStore(store, done.store, op);
  return { ...done, store: asRead(done.store, review, writtenBy(op)), base: withStored(done.base, op.on, writtenBy(op), review.fields), event: describe(op, 'store') };
}

async function writeInStore(store: Store, review: StoreReview, op: Change): Promise<StoreReview> {
  switch (op.kind) {
    case 'update':
      return store.updateReview(review.id, op.edits);
    case 'moderate':
      return store.setStatus(review.id, op.status);
    case 'reply':
      return { ...review, fields: { ...review.fields, reply: await store.setReply(review, op.reply) } };
  }
}

async function changedOnWix({ wix }: SyncSession, op: Change, done: Done): Promise<Done> {
  if (done.wix === null) return done;
  const { id, revision } = done.wix;
  const review =
    op.kind === 'update' ? await wix.updateReview(id, revision, op.edits) : op.kind === 'moderate' ? await wix.moderate(id, op.status) : await wix.setReply(id, op.reply);
  return { ...done, wix: asRead(done.wix, review, writtenBy(op)), base: withStored(done.base, op.on, writtenBy(op), review.fields), event: describe(op, 'wix') };
}

function describe(op: Change, on: Side): string {
  const where = on === 'wix' ? 'on Wix' : 'in the store';
  switch (op.kind) {
    case 'update':
      return `Edit carried across, ${where}`;
    case 'moderate':
      return op.status === 'hidden' ? `Hidden ${where}` : `Shown ${where}`;
    case 'reply':
      return op.reply === null ? `Reply removed ${where}` : `Reply carried across, ${where}`;
  }
}

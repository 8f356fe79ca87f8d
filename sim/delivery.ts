import type { StoreProductId } from '../src/core/ids';
import { CallBudget } from '../src/backend/sync/call-budget';
import { followHint } from '../src/backend/sync/follow-hint';
import { receiveHint, type ReceivedHint } from '../src/backend/sync/receive-hint';
import { INVOCATION_CALLS } from '../src/backend/sync/invocation-calls';
import { receiveWixEvent } from '../src/backend/sync/receive-wix-event';
import type { WixReviewEvent } from '../src/backend/sync/wix-review-event';
import { isSyncError } from '../src/core/sync-error';
import { Crash } from './io';
import type { Timers } from './timers';
import type { Change } from './world/shop';
import type { World } from './world/world';
import { toWixReview } from './world/wix';

/** Wix's schedule, shortened: a failed event comes again after these. */
const WIX_RETRIES_MS = [60_000, 600_000, 3_600_000, 7_200_000, 7_200_000, 7_200_000, 14_400_000];

/** Turns what happens in the shops into events and hints, with all the ways those go wrong. */
export function deliverChanges(world: World, timers: Timers): void {
  world.shops.onChange = chain(world.shops.onChange, (change) => {
    if (change.side === 'wix') sendWixEvents(world, timers, change);
    else if (change.silent !== true) sendHint(world, timers, change.productId, change.byApp);
  });
}

function chain(first: (change: Change) => void, second: (change: Change) => void): (change: Change) => void {
  return (change) => {
    first(change);
    second(change);
  };
}

function sendWixEvents(world: World, timers: Timers, change: Extract<Change, { side: 'wix' }>): void {
  const { random, dice } = world;
  if (change.kind === 'changed' && dice.strikes('lostEvent')) return;
  if (change.kind === 'deleted' && isFoundGone(world, change) && dice.strikes('lostDeletion')) return;
  const copies = change.before === null ? 3 : 1;
  for (let copy = 0; copy < copies; copy += 1) {
    const times = dice.strikes('duplicateEvent') ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      const delayMs = dice.strikes('lateEvent') ? random.between(1_000, 400_000) : random.between(10, 900);
      timers.after(delayMs, () => deliverWixEvent(world, timers, toEvent(world, change), 0));
    }
  }
}

/** Sweeps read pairs. Of a copy that was never recorded, or a review that only keeps another from crossing, nothing else would tell. */
function isFoundGone({ rows }: World, { after }: Extract<Change, { side: 'wix' }>): boolean {
  return rows.all('links').some((link) => link.wixReviewId === after.id && link.state === 'in-step');
}

function isKnown({ rows }: World, { after }: Extract<Change, { side: 'wix' }>): boolean {
  return rows.all('links').some((link) => link.wixReviewId === after.id);
}

function toEvent(world: World, change: Extract<Change, { side: 'wix' }>): WixReviewEvent {
  const { dice, instance } = world;
  const { kind, before, after, byApp } = change;
  const stale = before !== null && dice.strikes('staleEvent');
  // A bare id tells nothing to an app that died before it learned which id its copy was given.
  const bare = kind === 'deleted' && isKnown(world, change) && dice.strikes('bareDelete');
  return {
    kind,
    instanceId: instance,
    reviewId: after.id,
    productId: bare ? null : after.productId,
    contactId: bare ? null : after.contactId,
    review: bare ? null : toWixReview(stale ? before : after),
    ours: byApp && !dice.strikes('anonymousEvent'),
    erased: false,
  };
}

function deliverWixEvent(world: World, timers: Timers, event: WixReviewEvent, attempt: number): void {
  world.scheduler.start(async () => {
    try {
      await receiveWixEvent(event, world.opener());
    } catch (error) {
      rethrowBug(error);
      const delayMs = WIX_RETRIES_MS[attempt];
      if (delayMs !== undefined) timers.after(delayMs, () => deliverWixEvent(world, timers, event, attempt + 1));
    }
  });
}

/** WooCommerce merges equal waiting hints and never repeats a delivery. */
function sendHint(world: World, timers: Timers, productId: StoreProductId, byApp: boolean): void {
  const { random, dice } = world;
  if (world.webhook.isOff || (byApp && dice.strikes('lostEvent'))) return;
  const key = `hint:${productId}`;
  if (timers.has(key)) return;
  timers.after(random.between(300, 60_000), () => deliverHint(world, timers, productId), key);
}

function deliverHint(world: World, timers: Timers, productId: StoreProductId): void {
  if (!world.webhook.reaches(world.scheduler.nowMs)) return;
  world.scheduler.start(async () => {
    const opener = world.opener();
    try {
      const site = opener.openSite(world.instance, new CallBudget(INVOCATION_CALLS));
      let hint: ReceivedHint;
      try {
        hint = await receiveHint(site, productId);
      } catch (error) {
        // Lost for good: sweeps find what it would have told.
        world.webhook.failed();
        if (world.webhook.repeats) timers.after(60_000, () => deliverHint(world, timers, productId));
        throw error;
      }
      world.webhook.answered();
      await followHint(await opener.openSync(site), hint);
    } catch (error) {
      rethrowBug(error);
    }
  });
}

export function rethrowBug(error: unknown): void {
  if (!(error instanceof Crash) && !isSyncError(error)) throw error;
}

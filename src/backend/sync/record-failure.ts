import { fingerprints } from '../../core/fingerprint';
import { retryClass, retryDelayMs } from '../../core/retry-class';
import { isShopShut } from '../../core/shop-is-shut';
import { isSyncError, type SyncError } from '../../core/sync-error';
import type { Done } from './done';
import { dueIfMarked } from './due-if-marked';
import { madeCopy } from './made-copy';
import type { Pair } from './pair';
import type { SyncSession } from './session';
import { FAILED, happened } from './happened';
import { stateFor } from './link-state';
import { noteBacklog } from './note-backlog';
import type { LinkRow } from './tables';

/**
 * Keeps a link whose settle failed. Its intent stays: nobody knows whether the write took effect, so the next try
 * looks first. An unexpected error is not swallowed: the entrance fails, and the lease brings the link back.
 */
export async function recordFailure(session: SyncSession, owned: LinkRow, error: unknown, { seen = null, done = null }: Progress = {}): Promise<LinkRow> {
  if (!isSyncError(error)) throw error;
  const made = madeCopy(session, owned, done);
  if (error.code === 'BUDGET_SPENT') return release(session, owned, made);
  if (error.code === 'STORE_DOWN') return waitForStore(session, owned, made);
  // No call is left to write with; the claim made the link due when its lease ends.
  if (!session.budget.has(2)) return owned;
  const delayMs = delayFor(error, owned.attempts, session.random);
  return delayMs === null ? giveUp(session, owned, error, { ...printsOf(seen), ...made }) : tryLater(session, owned, error, delayMs, made);
}

/** Nothing is wrong with this review: the next invocation goes on at once where this one ran out of calls. */
async function release({ rows, clock, budget }: SyncSession, owned: LinkRow, made: Known): Promise<LinkRow> {
  if (!budget.has(1)) return owned;
  const result = await rows.patch('links', owned._id, { set: { ...made, leaseUntilMs: 0, dueAtMs: clock.nowMs() } });
  return result.kind === 'applied' ? result.row : owned;
}

/**
 * Nor here: its store is down, which uses up none of its tries, however long that is. It is due at once: no drain touches it before
 * the store is back (`drain.ts`), and then it must not wait for the time of a probe that came early.
 */
async function waitForStore(session: SyncSession, owned: LinkRow, made: Known): Promise<LinkRow> {
  if (!session.budget.has(1)) return owned;
  const code = 'STORE_DOWN';
  const dueAtMs = session.clock.nowMs();
  const news = owned.code === code ? {} : happened(owned, dueAtMs, 'Waits for the store', code);
  const result = await session.rows.patch('links', owned._id, { set: { ...made, state: 'waiting', code, leaseUntilMs: 0, dueAtMs, ...news } });
  if (session.budget.has(1)) await noteBacklog(session, dueAtMs);
  return result.kind === 'applied' ? result.row : owned;
}

function delayFor(error: SyncError, attempts: number, random: () => number): number | null {
  // The revision moved under us: what is there now is one read away.
  if (error.code === 'WIX_REVISION_STALE') return attempts < 5 ? 0 : null;
  switch (retryClass(error.code)) {
    case 'transient':
    case 'throttled': {
      const delayMs = retryDelayMs(attempts, random);
      return delayMs === null ? null : Math.max(delayMs, error.details.retryAfterMs ?? 0);
    }
    case 'needs-person':
      return isShopShut(error.code) ? retryDelayMs(attempts, random) : null;
    case 'permanent':
      return null;
  }
}

type Sight = Pick<Pair, 'wix' | 'store'>;

/** How far the settle came: what it read, and what it had done when the rest failed. */
interface Progress {
  readonly seen?: Sight | null;
  readonly done?: Done | null;
}

/** What goes on record about the review whatever becomes of the rest. */
type Known = Partial<LinkRow>;

/**
 * What was seen goes on record too: otherwise every sweep and every message about the product would take it for news, and try
 * again. Whoever marked the link meanwhile brings news, such as that the review is gone: it is looked at once more.
 */
async function giveUp(session: SyncSession, owned: LinkRow, { code }: SyncError, known: Known): Promise<LinkRow> {
  const { rows, clock } = session;
  const result = await rows.patch('links', owned._id, {
    set: { state: stateFor(code), code, leaseUntilMs: 0, dueAtMs: null, ...known, ...happened(owned, clock.nowMs(), FAILED, code) },
  });
  return result.kind === 'applied' ? dueIfMarked(session, owned, result.row) : owned;
}

function printsOf(seen: Sight | null): Known {
  return {
    ...(seen?.wix == null ? {} : { wixSeen: fingerprints(seen.wix.fields) }),
    ...(seen?.store == null ? {} : { storeSeen: fingerprints(seen.store.fields) }),
  };
}

async function tryLater(session: SyncSession, owned: LinkRow, { code }: SyncError, delayMs: number, made: Known): Promise<LinkRow> {
  const { rows, clock } = session;
  const dueAtMs = clock.nowMs() + delayMs;
  const result = await rows.patch('links', owned._id, {
    set: { ...made, state: 'waiting', code, leaseUntilMs: 0, dueAtMs, ...happened(owned, clock.nowMs(), 'Will be tried again', code) },
    increment: { attempts: 1 },
  });
  await noteBacklog(session, dueAtMs);
  return result.kind === 'applied' ? result.row : owned;
}

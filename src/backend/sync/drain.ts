import { claim } from './claim';
import { claimHint } from './claim-hint';
import { isStoreShut } from './is-store-shut';
import type { SyncSession } from './session';
import { probeWhenDue } from './probe-store';
import { settle, SETTLE_CALLS } from './settle';
import { settleHint } from './settle-hint';

export interface DrainReport {
  readonly links: number;
  readonly hints: number;
  /** More is due than the budget allowed. */
  readonly more: boolean;
}

/**
 * Works through what is due, hints first, as far as calls go. Every entrance ends with it. While the store is down nothing
 * is touched: what is due stays due, however much it is.
 */
export async function drain(session: SyncSession): Promise<DrainReport> {
  if (!(await probeWhenDue(session))) return { links: 0, hints: 0, more: false };
  const hints = await drainHints(session);
  const links = isStoreShut(session) ? NOTHING : await drainLinks(session);
  const more = hints.more || links.more;
  if (!more && !isStoreShut(session) && session.connection.backlogDueAtMs !== null && session.budget.has(3)) await clearBacklog(session);
  return { links: links.done, hints: hints.done, more };
}

/** For entrances on a tight budget: one field of a row they have read anyway says whether there is anything to drain. */
export async function drainWhenDue(session: SyncSession): Promise<void> {
  if (isBacklogDue(session)) await drain(session);
}

function isBacklogDue({ connection: { backlogDueAtMs }, clock }: SyncSession): boolean {
  return backlogDueAtMs !== null && backlogDueAtMs <= clock.nowMs();
}

interface Drained {
  readonly done: number;
  readonly more: boolean;
}

const NOTHING: Drained = { done: 0, more: false };

const BATCH = 20;

async function drainHints(session: SyncSession): Promise<Drained> {
  const { rows, clock, budget } = session;
  // The find, the claim, and what comparing a product takes at least.
  if (!budget.has(5)) return { done: 0, more: true };
  const due = await rows.find('hints', { where: { dueAtMs: { atMost: clock.nowMs() }, heldUntilMs: { atMost: clock.nowMs() } }, sort: { by: 'dueAtMs' }, limit: BATCH });
  let [done, more] = [0, false];
  for (const hint of due.rows) {
    if (!budget.has(4)) return { done, more: true };
    const owned = await claimHint(session, hint);
    if (owned === null) continue;
    if (await settleHint(session, owned)) more = true;
    done += 1;
    if (isStoreShut(session)) return { done, more: false };
  }
  return { done, more };
}

async function drainLinks(session: SyncSession): Promise<Drained> {
  const { rows, clock, budget } = session;
  if (!budget.has(3 + SETTLE_CALLS.usually)) return { done: 0, more: isBacklogDue(session) };
  const due = await rows.find('links', { where: { dueAtMs: { atMost: clock.nowMs() } }, sort: { by: 'dueAtMs' }, limit: BATCH });
  if (due.rows.length === 0) return { done: 0, more: false };
  // The list may lag; a claim on a stale row would only disturb whoever settled it since.
  const current = await rows.getMany('links', due.rows.map((link) => link._id));
  let done = 0;
  for (const link of current) {
    if (link.dueAtMs === null || link.dueAtMs > clock.nowMs()) continue;
    if (!budget.has(1 + SETTLE_CALLS.usually)) return { done, more: true };
    const owned = await claim(session, link);
    if (owned === null) continue;
    await settle(session, owned);
    done += 1;
    if (isStoreShut(session)) return { done, more: false };
  }
  return { done, more: due.next !== null };
}

/** Puts the flag to the earliest work that is left, if any. 3 calls. */
async function clearBacklog({ rows, connection }: SyncSession): Promise<void> {
  const next = { where: { dueAtMs: { not: null } }, sort: { by: 'dueAtMs' }, limit: 1 } as const;
  const [links, hints] = await Promise.all([rows.find('links', next), rows.find('hints', next)]);
  const dueMs = [...links.rows, ...hints.rows].flatMap(({ dueAtMs }) => dueAtMs ?? []);
  const backlogDueAtMs = dueMs.length === 0 ? null : Math.min(...dueMs);
  if (backlogDueAtMs !== connection.backlogDueAtMs) await rows.patch('connections', connection._id, { set: { backlogDueAtMs } });
}

import { REPLY_CODES } from '../../core/shop-is-shut';
import { DOWN_CODES } from '../../core/store-probe';
import type { SyncCode } from '../../core/sync-code';
import { noteBacklog } from './note-backlog';
import type { SiteSession } from './session';
import type { ConnectionRow, LinkRow } from './tables';

/** As many as one find answers with. */
const PAGE = 100;

/** The find, the word to the next entrance, and the mark. */
const PAGE_CALLS = 3;

/**
 * The application password works again, or is needed no more: what it held up is due at once, given up or put off. 2 calls
 * where nothing was, then 2 for each hundred while calls last; what is left over keeps its schedule, or waits for the owner's next walk.
 */
export async function reopenReplies(site: SiteSession, connection: ConnectionRow): Promise<void> {
  await reopenProducts(site);
  let cursor: string | null = null;
  while (site.budget.has(PAGE_CALLS)) {
    cursor = await reopenPage(site, connection, REPLY_CODES, cursor);
    if (cursor === null) return;
  }
}

/** The store is back: what failed before it was known to be down need not wait for its own schedule. At most 5 calls, a hundred of each. */
export async function reopenStore(site: SiteSession, connection: ConnectionRow): Promise<void> {
  await reopenProducts(site);
  if (site.budget.has(PAGE_CALLS)) await reopenPage(site, connection, DOWN_CODES, null);
}

/** Answers where to go on. Found by the reason alone, which the mark leaves as it is: a page may not move while it is read. */
async function reopenPage({ rows, clock }: SiteSession, connection: ConnectionRow, codes: readonly SyncCode[], cursor: string | null): Promise<string | null> {
  const found = await rows.find('links', { where: { code: codes }, limit: PAGE, cursor });
  const dueAtMs = clock.nowMs();
  const held = found.rows.filter((link) => isHeldUp(link, dueAtMs));
  if (held.length > 0) {
    if (cursor === null) await noteBacklog({ rows, connection }, dueAtMs);
    await rows.patchMany('links', held.map(({ _id }) => ({ id: _id, set: { state: 'waiting', dueAtMs }, increment: { marks: 1 } })));
  }
  return found.next;
}

function isHeldUp({ state, dueAtMs }: LinkRow, nowMs: number): boolean {
  return state === 'blocked' || (state === 'waiting' && dueAtMs !== null && dueAtMs > nowMs);
}

/** Why a product was put off is not on record; one look too early costs little. */
async function reopenProducts({ rows, budget, clock }: SiteSession): Promise<void> {
  if (!budget.has(2)) return;
  const nowMs = clock.nowMs();
  const put = await rows.find('hints', { where: { attempts: { above: 0 }, dueAtMs: { above: nowMs } }, limit: PAGE });
  if (put.rows.length > 0) await rows.patchMany('hints', put.rows.map(({ _id }) => ({ id: _id, set: { dueAtMs: nowMs } })));
}

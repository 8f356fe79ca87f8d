import { plan } from '../../core/plan';
import { planBlocked } from '../../core/plan-nothing';
import type { Plan } from '../../core/plan-types';
import { otherSide } from '../../core/review';
import { WIX_CAPABILITIES } from '../../core/wix-capabilities';
import { act } from './act';
import { attend } from './attend';
import { carryPictures, dropPictures } from './carry-pictures';
import type { Done } from './done';
import { HeldLease, writingUnder } from './held-lease';
import { observe } from './observe';
import type { Pair } from './pair';
import { productGone } from './product-gone';
import { record } from './record';
import { recordFailure } from './record-failure';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';

/**
 * Most calls one settle makes, and what it usually makes: an entrance begins with room for the first and goes on while
 * there is room for the second. One that runs out half-way is begun again later, which is what intents are for.
 */
export const SETTLE_CALLS = { most: 13, usually: 6 } as const;

const RELEASE_CALLS = 1;

/**
 * The one function that changes anything: reads both sides of a link the caller owns (see `claim.ts`), plans, acts,
 * records. Everything else only marks links. Safe to repeat after a crash at any step.
 *
 * `fresh`: the caller inserted the row in this invocation, so no earlier create can be under way.
 */
export async function settle(opened: SyncSession, owned: LinkRow, { fresh = false } = {}): Promise<LinkRow> {
  const lease = new HeldLease(opened, owned);
  const session = writingUnder(lease, opened);
  const inbox = attend(session, owned, fresh);
  let seen: Pair | null = null;
  let done: Done | null = null;
  const carried = async (pair: Pair): Promise<Done> => (done = await carryOut(session, pair));
  try {
    // What is kept lets go of the link when calls run out half-way: left leased, it would wait for nobody.
    const [link, result] = await session.budget.keeping(RELEASE_CALLS, async () => {
      const pair = await observe(session, owned, fresh);
      seen = pair;
      return [pair.link, await inbox.around(pair, () => carried(pair))] as const;
    });
    return await record(session, link, result);
  } catch (error) {
    return await recordIfOurs(lease, owned, () => recordFailure(session, owned, error, { seen, done }));
  } finally {
    await inbox.tell();
  }
}

/** Whoever has it by now sees what we wrote, and writes down what becomes of it. */
async function recordIfOurs(lease: HeldLease, owned: LinkRow, write: () => Promise<LinkRow>): Promise<LinkRow> {
  try {
    return await write();
  } catch (error) {
    if (lease.isLost()) return owned;
    throw error;
  }
}

async function carryOut(session: SyncSession, pair: Pair): Promise<Done> {
  const gone = await productGone(session, pair);
  const planned = gone === null ? planPair(session, pair) : planBlocked([{ code: 'PRODUCT_GONE', on: gone, field: null }], pair.base);
  const done = await act(session, pair, planned);
  if (!done.tombstone) return carryPictures(session, pair.link, done, planned.ops.length > 0);
  await dropPictures(session, pair.link);
  return { ...done, pictures: null };
}

function planPair({ connection, store }: SyncSession, { link, wixSeen, storeSeen, base }: Pair): Plan {
  // A person took this copy back: only their next backfill makes it again, and nothing follows from its absence.
  if (link.code === 'ROLLED_BACK') return planBlocked([{ code: 'ROLLED_BACK', on: otherSide(link.birth), field: null }], null);
  return plan({
    wix: wixSeen,
    store: storeSeen,
    base,
    birth: link.birth,
    ...(link.outcome === 'matched' ? { twins: true } : {}),
    policy: connection.policy,
    capabilities: { wix: WIX_CAPABILITIES, store: store.capabilities },
  });
}

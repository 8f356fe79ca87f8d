import { alertSettings } from './alert-settings';
import type { AttentionRow } from './attention-row';
import { deliverAlert } from './deliver-alerts';
import type { Done } from './done';
import { lookAtLone, lookAtPair, sideNow } from './look-at-pair';
import { noteAttention, noteReplaced, type Whereabouts } from './note-attention';
import type { Pair } from './pair';
import type { SyncSession } from './session';
import type { StoreReview } from '../stores/store';
import type { LinkRow } from './tables';

/** The inbox's part in one settle: what was found is noted whether or not it could be carried across, and told last. */
export interface Attending {
  around(pair: Pair, work: () => Promise<Done>): Promise<Done>;
  tell(): Promise<void>;
}

export function attend(session: SyncSession, owned: LinkRow, fresh: boolean): Attending {
  let raised: AttentionRow | null = null;
  const note = async (pair: Pair, done: Done | null): Promise<void> => {
    if (pair.link.birth !== owned.birth) await noteReplaced(session, owned);
    const look = lookAtPair(session, owned, pair, fresh);
    const [wix, store] = done === null ? [pair.wix, pair.store] : [done.wix, done.store];
    const held = done === null ? look.now : { wix: sideNow(wix?.fields), store: sideNow(store?.trashed === true ? undefined : store?.fields) };
    raised = await noteAttention(session, {
      where: whereabouts(pair.link, wix, store), look: { ...look, isGone: look.isGone || done?.tombstone === true }, held, before: owned.rating,
    });
  };
  return {
    async around(pair, work) {
      const done = await work().catch(async (error: unknown) => {
        if (session.budget.has(2)) await note(pair, null);
        throw error;
      });
      await note(pair, done);
      return done;
    },
    async tell() {
      if (raised !== null) await deliverAlert(session, raised, await alertSettings(session));
    },
  };
}

/** A store review that stays on its own. 0 to 2 calls, and those of an alert. */
export async function attendLone(session: SyncSession, review: StoreReview, link: LinkRow, before: LinkRow | null): Promise<void> {
  const look = lookAtLone(session, review, before);
  const raised = await noteAttention(session, { where: link, look, held: look.now, before: before?.rating ?? null });
  if (raised !== null) await deliverAlert(session, raised, await alertSettings(session));
}

function whereabouts(link: LinkRow, wix: Pair['wix'], store: Pair['store']): Whereabouts {
  return {
    _id: link._id, birth: link.birth, contactId: wix?.contactId ?? link.contactId,
    wixReviewId: wix?.id ?? link.wixReviewId, wixProductId: wix?.productId ?? link.wixProductId,
    storeReviewId: store?.id ?? link.storeReviewId, storeProductId: store?.productId ?? link.storeProductId,
  };
}

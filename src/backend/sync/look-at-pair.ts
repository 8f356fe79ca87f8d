import type { Look, SideNow } from '../../core/attention';
import { contentPrint } from '../../core/attention-print';
import { fingerprint, fingerprints } from '../../core/fingerprint';
import type { ReviewFields, Side } from '../../core/review';
import type { StoreReview } from '../stores/store';
import type { Pair } from './pair';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';

/** Clocks of shops differ, and a review written minutes before connecting is no history yet. */
const SLACK_MS = 15 * 60_000;

/** What a settle has just read of a review, as the inbox's rule sees it. `owned` is the link as it was before. No call. */
export function lookAtPair(session: SyncSession, owned: LinkRow, pair: Pair, fresh: boolean): Look {
  const { wix, store, link } = pair;
  const live = store?.trashed === true ? null : store;
  const birth = link.birth === 'wix' ? pair.wixSeen : pair.storeSeen;
  return {
    now: { wix: sideNow(wix?.fields), store: sideNow(live?.fields) },
    known: fresh ? null : { wix: printOf(owned.wixSeen), store: printOf(owned.storeSeen) },
    ours: { wix: oursOn('wix', owned, pair), store: oursOn('store', owned, pair) },
    answer: answerPrint(wix?.fields.reply ?? live?.fields.reply ?? null),
    isLive: isLive(session, (link.birth === 'wix' ? wix : store)?.writtenAt),
    isGone: birth.kind === 'gone' && birth.proof !== 'none',
  };
}

/** The same for a store review that is part of no pair; `before` is the row it has had on its own so far. */
export function lookAtLone(session: SyncSession, review: StoreReview, before: LinkRow | null): Look {
  return {
    now: { wix: null, store: sideNow(review.fields) },
    known: before === null ? null : { wix: null, store: printOf(before.storeSeen) },
    ours: { wix: null, store: null },
    answer: answerPrint(review.fields.reply),
    isLive: isLive(session, review.writtenAt),
    isGone: review.trashed,
  };
}

/** What a change that was announced and not recorded has made of that side, if it took effect. */
function oursOn(side: Side, { intent }: LinkRow, { base }: Pair): string | null {
  return base !== null && intent?.kind === 'change' && intent.writes[side].length > 0 ? contentPrint(base[side]) : null;
}

export function sideNow(fields: ReviewFields | undefined): SideNow | null {
  return fields === undefined ? null : { print: contentPrint(fingerprints(fields)), rating: fields.rating };
}

function printOf(seen: LinkRow['wixSeen']): string | null {
  return seen === null ? null : contentPrint(seen);
}

function answerPrint(reply: string | null): string | null {
  return reply === null ? null : fingerprint(reply);
}

/** Written since the shop was connected; everything older is history. */
export function isLive({ connection }: Pick<SyncSession, 'connection'>, writtenAt: string | undefined): boolean {
  return writtenAt !== undefined && Date.parse(writtenAt) >= Date.parse(connection.connectedAt) - SLACK_MS;
}

import { mayMatter } from '../../core/attention';
import { fingerprints } from '../../core/fingerprint';
import type { ContactId, LinkId, WixProductId } from '../../core/ids';
import type { SyncCode } from '../../core/sync-code';
import type { StoreReview } from '../stores/store';
import { attendLone } from './attend';
import { canCross } from './can-cross';
import { claim } from './claim';
import { ALERT_CALLS } from './deliver-alerts';
import { happened, STAYS } from './happened';
import { isCopy } from './is-copy';
import { justRead } from './just-read';
import { leased, loneStoreLink, storeBornLink } from './new-link';
import { samePrints } from './prints';
import { wixProductsOf } from './product-map';
import { resolveAuthor } from './resolve-author';
import type { SyncSession } from './session';
import { settle } from './settle';
import type { LinkRow } from './tables';
import { toldOfRival } from './told-of-rival';

/**
 * What meeting one new store review takes, a new contact included, which goes the short way when no more are left. One that
 * needs more goes on where it stopped next time. As many as a tick of the dashboard has for it while a walk goes on.
 */
export const MEET_CALLS = 8;

/** From a known contact to a copy on Wix: the row, a look at both sides, the copy, and the record of a row that may have been marked. */
const CARRY_CALLS = 6;

/**
 * A store review that is not part of a pair (yet). Joins the pair of its contact and product, starts one, or stays
 * on its own with the reason. `lone` is the row it has had on its own so far.
 */
export async function meetStoreReview(session: SyncSession, review: StoreReview, lone: LinkRow | null): Promise<void> {
  const who = await identify(session, review);
  if (who.kind === 'kept') {
    await keepAlone(session, review, lone, who.code, null);
    return;
  }
  const joined = await joinPair(session, review, who, lone);
  if (joined.kind === 'kept') await keepAlone(session, review, lone, joined.code, joined.because);
  else if (joined.kind === 'joined' && lone !== null) await session.rows.removeMany('links', [lone._id]);
}

type Who = { readonly kind: 'known'; readonly productId: WixProductId; readonly contactId: ContactId } | { readonly kind: 'kept'; readonly code: SyncCode };

/** Nothing is written on Wix, not even a contact, for a review that cannot cross. 0 to 4 calls. */
async function identify(session: SyncSession, review: StoreReview): Promise<Who> {
  const crossing = canCross(session, 'store', review.fields);
  if (crossing.kind === 'kept') return crossing;
  if (review.email === null) return { kind: 'kept', code: 'AUTHOR_NO_EMAIL' };
  const productId = (await wixProductsOf(session, [review.productId])).get(review.productId);
  if (productId === undefined) return { kind: 'kept', code: 'PRODUCT_UNMATCHED' };
  return { kind: 'known', productId, contactId: await resolveAuthor(session, { email: review.email, name: review.fields.author }, restFor(review)) };
}

function restFor({ fields: { rating } }: StoreReview): number {
  return CARRY_CALLS + (mayMatter(rating) ? 1 + ALERT_CALLS : 0);
}

type Joined = { readonly kind: 'joined' } | { readonly kind: 'later' } | { readonly kind: 'kept'; readonly code: SyncCode; readonly because: LinkId };

async function joinPair(session: SyncSession, review: StoreReview, { productId, contactId }: Extract<Who, { kind: 'known' }>, lone: LinkRow | null): Promise<Joined> {
  const nowMs = session.clock.nowMs();
  const sent = fingerprints(review.fields);
  const born = storeBornLink(session.instanceId, review, productId, contactId, nowMs);
  // The stars of the last look: what lies on the desk about a lonely review is looked at when it finds its pair.
  const fresh: LinkRow = { ...leased({ ...born, rating: lone?.rating ?? born.rating }, nowMs), intent: { kind: 'create', on: 'wix', sent } };
  if ((await session.rows.insert('links', fresh)) === 'inserted') {
    // The list that showed the review is a moment old. To look again is better, but not at the cost of an alert.
    await settle(session.budget.has(restFor(review) - 1) ? session : justRead(session, review), fresh, { fresh: true });
    return { kind: 'joined' };
  }
  const pair = await session.rows.get('links', fresh._id);
  if (pair === null) return { kind: 'later' };
  if (pair.state === 'gone' && pair.storeReviewId !== review.id) return startOver(session, pair, fresh);
  if (pair.storeReviewId !== null && pair.storeReviewId !== review.id) return { kind: 'kept', code: 'CONTACT_HAS_REVIEW', because: pair._id };
  return adopt(session, pair, review);
}

/** The pair's Wix review may be this very review, or another one by the same person. */
async function adopt(session: SyncSession, pair: LinkRow, review: StoreReview): Promise<Joined> {
  if (pair.storeReviewId === review.id && pair.intent === null && samePrints(pair.storeSeen, fingerprints(review.fields))) return { kind: 'joined' };
  const known = pair.storeReviewId === review.id || pair.wixReviewId === null || pair.leaseUntilMs > session.clock.nowMs();
  if (!known) {
    const wix = await session.wix.getReview(pair.wixReviewId);
    if (wix !== null && !isCopy(wix, review, session.store.capabilities.holds)) return differs(session, pair);
  }
  const busy = pair.leaseUntilMs > session.clock.nowMs();
  // Somebody is making the pair's copy just now: this may be that copy, so it must not be linked over their head.
  const owned = await claim(session, pair, busy ? {} : { storeReviewId: review.id, storeProductId: review.productId });
  if (owned === null) return { kind: 'later' };
  await settle(session, owned);
  return { kind: 'joined' };
}

async function differs({ rows, clock }: SyncSession, pair: LinkRow): Promise<Joined> {
  const set = toldOfRival(pair, clock.nowMs());
  if (set !== null) await rows.patch('links', pair._id, { set });
  return { kind: 'kept', code: 'CONTACT_HAS_REVIEW', because: pair._id };
}

/** Both reviews of the old pair are gone: the person wrote a new one. */
async function startOver(session: SyncSession, tombstone: LinkRow, fresh: LinkRow): Promise<Joined> {
  const owned = await claim(session, tombstone);
  if (owned === null) return { kind: 'later' };
  const reborn: LinkRow = { ...fresh, marks: owned.marks, turn: owned.turn };
  await session.rows.saveMany('links', [reborn]);
  await settle(session, reborn, { fresh: true });
  return { kind: 'joined' };
}

async function keepAlone(session: SyncSession, review: StoreReview, lone: LinkRow | null, code: SyncCode, because: LinkId | null): Promise<void> {
  const nowMs = session.clock.nowMs();
  const row = loneStoreLink(session.instanceId, review, code, because, nowMs);
  const { state, storeSeen, rating } = row;
  await attendLone(session, review, row, lone);
  if (lone === null && (await session.rows.insert('links', row)) === 'inserted') return;
  await session.rows.patch('links', row._id, { set: { state, code, because, storeSeen, rating, ...happened(lone ?? row, nowMs, STAYS, code) } });
}

import { fingerprints } from '../../core/fingerprint';
import type { Store, StoreReview } from '../stores/store';
import { recalled } from './authors';
import { contentFields, samePrints } from './prints';
import type { SiteSession } from './session';
import type { LinkRow } from './tables';

/** What became, at an address, of the reviews that this site's links name. */
export interface FoundReviews {
  readonly asked: number;
  /** There, on the same product, by the same person, in the same words. */
  readonly same: number;
  /** There under that number, but on another product or by somebody else. */
  readonly strange: number;
}

const SAMPLE = 100;
const FEWEST = 3;
/** Some were edited or deleted since. */
const SHARE = 0.8;

/**
 * Looks for the reviews that links were last busy with. The last ones, because a copy of a shop that went its own way shares
 * the old reviews with it and numbers the new ones alike. At most 6 calls.
 */
export async function lookForReviews(session: SiteSession, store: Store): Promise<FoundReviews> {
  const { rows } = await session.rows.find('links', { where: { state: 'in-step' }, sort: { by: 'lastAtMs', descending: true }, limit: SAMPLE });
  const links = new Map(rows.flatMap((link) => (link.storeReviewId === null || link.contactId === null ? [] : [[link.storeReviewId, link] as const])));
  const reviews = links.size < FEWEST ? [] : await store.getReviews([...links.keys()]);
  if (reviews.length < FEWEST) return { asked: links.size, same: 0, strange: 0 };
  const isBy = await authorship(session, [...links.values()], reviews);
  const fields = contentFields(store.capabilities.holds);
  const verdicts = reviews.map((review) => verdictOn(links.get(review.id), review));
  return { asked: links.size, same: count(verdicts, 'same'), strange: count(verdicts, 'strange') };

  function verdictOn(link: LinkRow | undefined, review: StoreReview): 'same' | 'edited' | 'strange' {
    if (link === undefined || link.storeProductId !== review.productId || !isBy(link, review)) return 'strange';
    return samePrints(link.storeSeen, fingerprints(review.fields), fields) ? 'same' : 'edited';
  }
}

/** One that is somebody else's is enough to refuse: carrying it across would write a stranger's words over a customer's. */
export function isSameShop({ asked, same, strange }: FoundReviews): boolean {
  return strange === 0 && same >= FEWEST && same >= asked * SHARE;
}

type IsBy = (link: LinkRow, review: StoreReview) => boolean;

/** By the contact's address, or by one that we have known it under. 2 calls. */
async function authorship(session: SiteSession, links: readonly LinkRow[], reviews: readonly StoreReview[]): Promise<IsBy> {
  const ids = links.flatMap(({ contactId }) => (contactId === null ? [] : [contactId]));
  const contacts = await session.wix.contactsById([...new Set(ids)]);
  const known = await recalled(session, reviews.flatMap(({ email, fields }) => (email === null ? [] : [{ email, name: fields.author }])));
  return ({ contactId }, { email }) => contactId !== null && email !== null && (contacts.get(contactId)?.email === email || known.get(email) === contactId);
}

function count<Verdict>(verdicts: readonly Verdict[], wanted: Verdict): number {
  return verdicts.filter((verdict) => verdict === wanted).length;
}

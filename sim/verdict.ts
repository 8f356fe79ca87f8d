import type { LinkRow } from '../src/backend/sync/tables';
import { contentFields } from '../src/backend/sync/prints';
import { fingerprint } from '../src/core/fingerprint';
import type { Field, ReviewFields } from '../src/core/review';
import type { Tally } from './tally';
import { STORE_CAPABILITIES } from './world/store';
import type { StoreRecord, WixRecord } from './world/shop';
import type { World } from './world/world';

export interface Verdict {
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  /** Writes that were begun and whose result nobody ever found out. */
  readonly unfinished: readonly string[];
  readonly writesPerChange: number;
  readonly worstPair: string | null;
}

/** Judges a world at rest: everything is on both sides once, or has a row that says truthfully why not. */
export function judge(world: World, tally: Tally): Verdict {
  const links = world.rows.all('links');
  const lost = [
    ...[...world.shops.wix.values()].flatMap((record) => explainWix(world, links, record) ?? []),
    ...[...world.shops.store.values()].filter((record) => !record.trashed).flatMap((record) => explainStore(world, links, record) ?? []),
  ];
  const { writesPerChange, key } = tally.worst();
  return { lost, duplicated: duplicates(world), unfinished: unfinished(links), writesPerChange, worstPair: key };
}

/** What is wrong with how a Wix review is accounted for, or `null`. */
function explainWix(world: World, links: readonly LinkRow[], record: WixRecord): string | null {
  const link = links.find((row) => row.wixReviewId === record.id);
  if (link === undefined) return `${record.id}: no row`;
  if (link.state === 'in-step') return agrees(link, record, link.storeReviewId === null ? undefined : world.shops.store.get(link.storeReviewId));
  return justified(world, link, record.fields, 'wix') ? null : `${record.id}: ${link.state} ${link.code} is not so`;
}

function explainStore(world: World, links: readonly LinkRow[], record: StoreRecord): string | null {
  const rows = links.filter((row) => row.storeReviewId === record.id);
  const link = rows.find((row) => row.state === 'in-step') ?? rows[0];
  // Hidden and unknown: nobody has seen it, so there is nothing to carry.
  if (link === undefined) return record.fields.status === 'hidden' ? null : `${record.id}: no row`;
  if (link.state === 'in-step') return agrees(link, link.wixReviewId === null ? undefined : world.shops.wix.get(link.wixReviewId), record);
  return justified(world, link, record.fields, 'store') ? null : `${record.id}: ${link.state} ${link.code} is not so`;
}

function agrees(link: LinkRow, wix: WixRecord | undefined, store: StoreRecord | undefined): string | null {
  const name = `${link.wixReviewId}/${link.storeReviewId}`;
  if (wix === undefined || store === undefined || store.trashed) return `${name}: in step, but ${wix === undefined ? 'Wix' : 'the store'} has none`;
  // The other shop must not show what nobody has approved yet.
  const draft = wix.byApp ? store : store.byApp ? wix : null;
  if (draft?.fields.status === 'pending') return `${name}: copied, although ${draft.id} is not published`;
  const differing = fieldsToCompare(link, wix.fields, store.fields).filter((field) => wix.fields[field] !== store.fields[field]);
  return differing.length === 0 ? null : `${name}: in step, but ${differing.join(', ')} differ`;
}

/** Reviews found on both sides keep the visibility each shop had given them; from then on changes cross. */
function fieldsToCompare(link: LinkRow, wix: ReviewFields, store: ReviewFields): Field[] {
  const undecided = wix.status === 'pending' || store.status === 'pending' || link.outcome === 'matched';
  return [...contentFields(STORE_CAPABILITIES.holds), ...(undecided ? [] : (['status'] as const))];
}

/** Whether the reason a row gives holds in the world as it is. */
function justified(world: World, link: LinkRow, fields: ReviewFields, side: 'wix' | 'store'): boolean {
  const wix = link.wixReviewId === null ? undefined : world.shops.wix.get(link.wixReviewId);
  const store = link.storeReviewId === null ? undefined : world.shops.store.get(link.storeReviewId);
  switch (link.code) {
    case 'NOT_PUBLISHED':
      return fields.status !== 'published' || (link.outcome === 'matched' && [wix, store].some((one) => one !== undefined && one.fields.status !== 'published'));
    case 'PRODUCT_UNMATCHED':
      return !world.products.some((product) => product.wix !== null && product.store !== null && (product.wix === wix?.productId || product.store === store?.productId));
    case 'AUTHOR_NO_EMAIL':
      return side === 'store' ? store?.email === null : wix !== undefined && world.shops.contacts.get(wix.contactId) === null;
    case 'CONTACT_HAS_REVIEW':
    case 'DIFFERENT_REVIEWS':
      return othersOf(world, wix, store) > 1;
    case 'STORE_REVIEW_DUPLICATE':
      // The store has the same text by the same person where its list does not show it.
      return [...world.shops.store.values()].some((one) => one.fields.body === wix?.fields.body && one.fields.status === 'hidden');
    // Every walk after it makes the copy again, unless the list does not show the original.
    case 'ROLLED_BACK':
      return fields.status === 'hidden';
    case 'COUNTERPART_GONE':
      return link.outcome === 'matched' && (wix === undefined ? neverShown(link) : wasHeldBack(world, link, store));
    case 'GONE_UNPROVEN':
      return wix === undefined || store === undefined;
    default:
      return false;
  }
}

/**
 * Matched with what nobody had approved in the store, which then went: it may take nothing away. Nor may what was approved and
 * thrown away before the app ever heard of it, since a review in the bin does not tell that it was once shown.
 */
function wasHeldBack({ shops, rows }: World, { storeReviewId }: LinkRow, store: StoreRecord | undefined): boolean {
  const gone = store ?? shops.vanished.find(({ id }) => id === storeReviewId);
  return gone !== undefined && (store === undefined || store.trashed) && (gone.fields.status !== 'published' || !rows.agreedShown.has(gone.id));
}

/** The same the other way; of a review that Wix has deleted only the row knows how it was. */
function neverShown({ wixSeen }: LinkRow): boolean {
  return wixSeen !== null && wixSeen.status !== fingerprint('published');
}

/**
 * How many reviews there are of the product by the person, both shops and the bin counted, and what vanished from the store:
 * sweeps look for the other half of pairs, not for what keeps a review from becoming one.
 */
function othersOf(world: World, wix: WixRecord | undefined, store: StoreRecord | undefined): number {
  const product = world.products.find((one) => (wix !== undefined && one.wix === wix.productId) || (store !== undefined && one.store === store.productId));
  const email = store?.email ?? (wix === undefined ? null : world.shops.contacts.get(wix.contactId));
  const onWix = [...world.shops.wix.values()].filter((one) => one.productId === product?.wix && world.shops.contacts.get(one.contactId) === email);
  const inStore = [...world.shops.store.values(), ...world.shops.vanished].filter((one) => one.productId === product?.store && one.email === email);
  return onWix.length + inStore.length;
}

function unfinished(links: readonly LinkRow[]): string[] {
  return links.flatMap(({ _id, intent, wixReviewId, storeReviewId, state }) => (intent === null ? [] : [`${wixReviewId}/${storeReviewId}: ${state}, a ${intent.kind} is still open on row ${_id.slice(0, 6)}`]));
}

/**
 * Copies the app made although a copy was there. A copy carries the date of its original, so one that outlived its own
 * original because somebody had rewritten it is not taken for a copy of what the person wrote after that.
 */
function duplicates(world: World): string[] {
  const copies = new Map<string, { readonly whose: string; readonly count: number }>();
  for (const record of world.shops.store.values()) {
    if (!record.byApp || record.trashed) continue;
    const whose = `${record.productId}|${record.email}`;
    const key = `${whose}|${record.writtenAt}`;
    copies.set(key, { whose, count: (copies.get(key)?.count ?? 0) + 1 });
  }
  return [...copies.values()].filter(({ count }) => count > 1).map(({ whose, count }) => `${whose}: ${count} copies`);
}

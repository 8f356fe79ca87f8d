import type { Journal, Table } from '../journal';
import type { Contact } from './contact';
import { openCollections, type Collections } from './data-store';
import type { ImportedFile } from './imported-file';
import type { Product } from './product';
import type { Review } from './review';

export interface ReviewRow {
  readonly id: string;
  readonly review: Review;
  /** `entityEventSequence` of the last event. */
  readonly sequence: number;
}

/** Everything one site holds. Sites share nothing: each has its own tables. */
export interface SiteData {
  readonly reviews: Table<ReviewRow>;
  /** Review id by author and entity: the platform keeps those pairs unique. */
  readonly reviewByPair: Map<string, string>;
  readonly contacts: Table<Contact>;
  /** Contact id by any of its addresses, lower-cased. */
  readonly contactByEmail: Map<string, string>;
  readonly products: Table<Product>;
  /** What the media manager was asked to fetch. */
  readonly files: Table<ImportedFile>;
  readonly collections: Collections;
}

export function openSiteData(journal: Journal, nowMs: () => number): (instanceId: string) => SiteData {
  const opened = new Map<string, SiteData>();
  return (instanceId) => {
    const present = opened.get(instanceId);
    if (present !== undefined) return present;
    const data = open(journal, nowMs, `wix/${instanceId}`);
    opened.set(instanceId, data);
    return data;
  };
}

export function pairKey(review: Pick<Review, 'entityId'> & { readonly author: Pick<Review['author'], 'contactId'> }): string {
  return `${review.author.contactId} ${review.entityId}`;
}

function open(journal: Journal, nowMs: () => number, prefix: string): SiteData {
  const reviews = journal.table<ReviewRow>(`${prefix}/reviews`);
  const contacts = journal.table<Contact>(`${prefix}/contacts`);
  return {
    reviews,
    reviewByPair: new Map(reviews.all().map(({ id, review }) => [pairKey(review), id])),
    contacts,
    contactByEmail: new Map(contacts.all().flatMap(({ id, info }) => info.emails.items.map(({ email }) => [email.toLowerCase(), id] as const))),
    products: journal.table<Product>(`${prefix}/products`),
    files: journal.table<ImportedFile>(`${prefix}/files`),
    collections: openCollections(journal, nowMs, `${prefix}/items`),
  };
}

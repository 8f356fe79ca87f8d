import { z } from 'zod';
import type { ContactId, Email } from '../../../core/ids';
import { authorRowId } from '../../../core/link-id';
import { SyncError } from '../../../core/sync-error';
import type { Store, StoreReview } from '../../stores/store';
import type { SiteSession } from '../../sync/session';
import type { Contact } from '../../sync/wix-port';
import { requireConnection } from '../../sync/current-connection';
import { dashboardHandler } from '../dashboard-handler';
import { readQuery } from '../read-json';
import { guardedStoreOf } from '../store-of';
import type { PeopleAnswer, PeopleCount } from './setup-types';

const Query = z.strictObject({ cursor: z.string().max(4000, 'a cursor this app answered with').optional() });

/** What a page takes: the reviews, and whose they are. */
const PAGE_CALLS = 2;

type Count = { -readonly [Key in keyof PeopleCount]: PeopleCount[Key] extends number ? number : string[] };

/**
 * `GET setup/people`: who wrote the reviews of both shops, a few pages at a time. Only reads. People are named by
 * hashes and ids that mean nothing elsewhere, so that whoever adds the pages up counts each of them once.
 */
export const getPeople = dashboardHandler('GET', async ({ request, deps, site }): Promise<PeopleAnswer> => {
  const { cursor } = readQuery(request, Query);
  const store = await guardedStoreOf(deps, site, await requireConnection(site));
  const count: Count = { known: [], unknown: [], anonymous: 0, onWix: [], unreachable: [], unreachableReviews: 0, reviews: 0 };
  let at: string | null = cursor ?? 'store:';
  while (at !== null && site.budget.has(PAGE_CALLS)) at = await countPage(site, store, at, count);
  return { ...count, next: at, calls: site.budget.spent };
});

/** Counts one page; answers where to go on. */
async function countPage(site: SiteSession, store: Store, at: string, count: Count): Promise<string | null> {
  const [, side, cursor = ''] = /^(store|wix):(.*)$/su.exec(at) ?? [];
  switch (side) {
    case 'store': {
      const page = await store.listReviews(cursor === '' ? null : cursor);
      await countStoreAuthors(site, page.items, count);
      return page.next === null ? 'wix:' : `store:${page.next}`;
    }
    case 'wix': {
      const page = await site.wix.listReviews(cursor === '' ? null : cursor);
      const ids = page.items.flatMap(({ contactId }) => contactId ?? []);
      const contacts: ReadonlyMap<ContactId, Contact> = ids.length === 0 ? new Map<ContactId, Contact>() : await site.wix.contactsById([...new Set(ids)]);
      const reachable = ids.filter((id) => contacts.get(id)?.email != null);
      count.onWix.push(...new Set(reachable));
      count.unreachable.push(...new Set(ids.filter((id) => !reachable.includes(id))));
      count.unreachableReviews += page.items.length - reachable.length;
      count.reviews += page.items.length;
      return page.next === null ? null : `wix:${page.next}`;
    }
    default:
      throw new SyncError('INPUT_INVALID', { field: 'cursor', got: `text of ${at.length} characters`, expected: 'a cursor this app answered with' });
  }
}

async function countStoreAuthors({ wix, instanceId }: SiteSession, reviews: readonly StoreReview[], count: Count): Promise<void> {
  const emails = [...new Set(reviews.flatMap(({ email }) => email ?? []))];
  const contacts: ReadonlyMap<Email, ContactId> = emails.length === 0 ? new Map<Email, ContactId>() : await wix.contactsByEmail(emails);
  for (const email of emails) (contacts.has(email) ? count.known : count.unknown).push(authorRowId(instanceId, email));
  count.anonymous += reviews.filter(({ email }) => email === null).length;
  count.reviews += reviews.length;
}

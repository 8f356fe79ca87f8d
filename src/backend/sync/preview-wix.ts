import { brandId, type ContactId, type InstanceId, type WixReviewId } from '../../core/ids';
import { authorRowId } from '../../core/link-id';
import { SyncError } from '../../core/sync-error';
import type { PreviewTally } from './preview-tally';
import type { Contact, WixDraft, WixPort, WixReview } from './wix-port';

/** Marks ids that only a preview knows; Wix must never be asked about them. */
export const IMAGINED = 'preview:';

/** Wix as a preview sees it: it is read as it is, and what would be made there exists on paper only. */
export function previewWix(wix: WixPort, instanceId: InstanceId, tally: PreviewTally): WixPort {
  return {
    getReview: (id) => (isReal(id) ? wix.getReview(id) : Promise.resolve(null)),
    listReviews: (cursor) => wix.listReviews(cursor),
    newestReviews: () => wix.newestReviews(),
    countReviews: () => wix.countReviews(),
    getReviews: async (ids) => onlyReal(ids, [], (real) => wix.getReviews(real)),
    findReviews: async (contactIds, productIds) => onlyReal(contactIds, [], (real) => wix.findReviews(real, productIds)),
    reviewsOf: (contactId) => (isReal(contactId) ? wix.reviewsOf(contactId) : Promise.resolve([])),
    createReviews: (drafts) => {
      tally.pretend();
      return Promise.resolve(drafts.map((draft) => ({ kind: 'created' as const, review: imagined(draft) })));
    },
    contactsByEmail: (emails) => wix.contactsByEmail(emails),
    contactsById: async (ids) => onlyReal<ContactId, ReadonlyMap<ContactId, Contact>>(ids, new Map(), (real) => wix.contactsById(real)),
    createContact: (email) => {
      tally.pretendContact();
      return Promise.resolve(brandId<ContactId>(`${IMAGINED}${authorRowId(instanceId, email)}`));
    },
    listProducts: (cursor) => wix.listProducts(cursor),
    getProduct: (id) => wix.getProduct(id),
    productsById: (ids) => wix.productsById(ids),
    files: { importFiles: neverHere, filesById: neverHere, searchFiles: neverHere, deleteFiles: neverHere },
    updateReview: neverHere, setMedia: neverHere, moderate: neverHere, setReply: neverHere, deleteReview: neverHere,
  };
}

/** A walk changes nothing that is there; what does must not come through here. */
export function neverHere(): Promise<never> {
  return Promise.reject(new SyncError('UNEXPECTED', { got: 'a change', expected: 'a preview to change nothing' }));
}

function isReal(id: string): boolean {
  return !id.startsWith(IMAGINED);
}

function onlyReal<Id extends string, Result>(ids: readonly Id[], none: Result, ask: (real: readonly Id[]) => Promise<Result>): Promise<Result> {
  const real = ids.filter(isReal);
  return real.length === 0 ? Promise.resolve(none) : ask(real);
}

function imagined({ productId, contactId, fields, writtenAt }: WixDraft): WixReview {
  return { id: brandId<WixReviewId>(`${IMAGINED}${productId}.${contactId}`), productId, contactId, fields, revision: '1', writtenAt };
}

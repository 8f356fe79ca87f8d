import type { WixPort } from '../sync/wix-port';
import type { WixAccess } from './call-wix';
import { contactsByEmail } from './contacts-by-email';
import { contactsById } from './contacts-by-id';
import { countReviews } from './count-reviews';
import { createContact } from './create-contact';
import { createReviews } from './create-reviews';
import { deleteReview } from './delete-review';
import { createFilePort } from './files';
import { findReviews } from './find-reviews';
import { getProduct } from './get-product';
import { getReview } from './get-review';
import { getReviews } from './get-reviews';
import { listProducts } from './list-products';
import { listReviews, newestReviews } from './list-reviews';
import { moderate } from './moderate';
import { productsById } from './products-by-id';
import { reviewsOf } from './reviews-of';
import { setMedia } from './set-media';
import { setReply } from './set-reply';
import { updateReview } from './update-review';

/** The engine's view of one Wix site. */
export function createWixPort(access: WixAccess): WixPort {
  return {
    files: createFilePort(access),
    getReview: (id) => getReview(access, id),
    listReviews: (cursor) => listReviews(access, cursor),
    newestReviews: () => newestReviews(access),
    countReviews: () => countReviews(access),
    getReviews: (ids) => getReviews(access, ids),
    findReviews: (contactIds, productIds) => findReviews(access, contactIds, productIds),
    reviewsOf: (contactId) => reviewsOf(access, contactId),
    createReviews: (drafts) => createReviews(access, drafts),
    updateReview: (id, revision, edits) => updateReview(access, id, revision, edits),
    setMedia: (id, revision, media) => setMedia(access, id, revision, media),
    moderate: (id, status) => moderate(access, id, status),
    setReply: (id, reply) => setReply(access, id, reply),
    deleteReview: (id) => deleteReview(access, id),
    contactsByEmail: (emails) => contactsByEmail(access, emails),
    contactsById: (ids) => contactsById(access, ids),
    createContact: (email, name) => createContact(access, email, name),
    listProducts: (cursor) => listProducts(access, cursor),
    getProduct: (id) => getProduct(access, id),
    productsById: (ids) => productsById(access, ids),
  };
}

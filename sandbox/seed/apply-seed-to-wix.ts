import { putContact } from '../wix/contact-writer';
import type { Contact } from '../wix/contact';
import type { Review } from '../wix/review';
import { pairKey } from '../wix/site-data';
import type { WixStandIn } from '../wix/wix-stand-in';
import { hashedGuid } from './hashed';
import type { Seed, WixSeedContact, WixSeedReview } from './seed-types';

const OPENED = '2022-12-01T08:00:00.000Z';

/** Puts the rows in as a shop that had them before the app came: no events, every review by a visitor and published. */
export function applySeedToWix(standIn: WixStandIn, seed: Pick<Seed, 'wixProducts' | 'wixContacts' | 'wixReviews'>, instanceId: string): void {
  const data = standIn.world.dataOf(instanceId);
  for (const product of seed.wixProducts) data.products.put({ ...product, visible: true, createdDate: OPENED });
  for (const contact of seed.wixContacts) putContact(data, toContact(contact));
  // Oldest first, as they would have been written.
  for (const seeded of seed.wixReviews.toSorted((left, right) => left.writtenMs - right.writtenMs)) {
    const review = toReview(seeded);
    data.reviews.put({ id: review.id, review, sequence: 1 });
    data.reviewByPair.set(pairKey(review), review.id);
  }
}

function toContact({ id, first, last, email }: WixSeedContact): Contact {
  const item = { id: hashedGuid(`email ${id}`), tag: 'MAIN', email, primary: true };
  return { id, revision: 1, createdDate: OPENED, updatedDate: OPENED, primaryInfo: { email }, info: { name: { first, last }, emails: { items: [item] } } };
}

function toReview(seeded: WixSeedReview): Review {
  const at = new Date(seeded.writtenMs).toISOString();
  const { title, body, rating, clip } = seeded;
  const images = seeded.images.map(({ id, width, height }) => ({ image: { id, url: `https://static.wixstatic.com/media/${id}`, width, height, filename: id } }));
  // Its size and poster are known to the media manager only.
  const videos = clip === null ? [] : [{ video: { id: clip, url: `https://video.wixstatic.com/video/${clip}/file`, filename: clip } }];
  return {
    id: seeded.id,
    namespace: 'stores',
    entityId: seeded.productId,
    content: { title, body, rating, media: [...images, ...videos] },
    author: { contactId: seeded.contactId, authorName: seeded.authorName },
    createdDate: at,
    updatedDate: at,
    reviewDate: at,
    foundHelpful: seeded.foundHelpful,
    foundUnhelpful: 0,
    helpfulness: seeded.foundHelpful,
    moderation: { moderationStatus: 'APPROVED', manuallyChanged: false },
    revision: '1',
    verified: false,
    origin: { type: 'ORGANIC' },
    relevanceScore: 0,
    publishCount: 1,
  };
}

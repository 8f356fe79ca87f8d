import { z } from 'zod';
import { canonicalRating } from '../../core/canonical-rating';
import { canonicalLine, canonicalText } from '../../core/canonical-text';
import { brandId, type ContactId } from '../../core/ids';
import type { Status } from '../../core/review';
import type { WixMedia, WixReview } from '../sync/wix-port';
import { readAnswer } from './read-answer';

const moment = z.union([z.date(), z.string().transform((text) => new Date(text))]).refine((date) => !Number.isNaN(date.getTime()));

const shape = z.object({
  _id: z.string().min(1),
  entityId: z.string().min(1),
  revision: z.union([z.string(), z.number()]).nullish(),
  author: z.object({ contactId: z.string().nullish(), authorName: z.string().nullish() }).nullish(),
  content: z.object({ title: z.string().nullish(), body: z.string().nullish(), rating: z.number().nullish(), media: z.array(z.unknown()).nullish() }).nullish(),
  reply: z.object({ message: z.string().nullish() }).nullish(),
  moderation: z.object({ moderationStatus: z.string().nullish() }).nullish(),
  reviewDate: moment.nullish(),
  _createdDate: moment.nullish(),
});

/** A review as the SDK gives it, from a call or from an event. */
export function reviewFromWire(raw: unknown): WixReview {
  const { _id, entityId, revision, author, content, reply, moderation, reviewDate, _createdDate } = readAnswer(shape, raw);
  const answer = canonicalText(reply?.message ?? '');
  const media = (content?.media ?? []).flatMap(mediaFromWire);
  return {
    id: brandId(_id),
    productId: brandId(entityId),
    contactId: author?.contactId ? brandId<ContactId>(author.contactId) : null,
    fields: {
      title: canonicalLine(content?.title ?? ''),
      body: canonicalText(content?.body ?? ''),
      rating: canonicalRating(content?.rating),
      author: canonicalLine(author?.authorName ?? ''),
      status: statusFromWire(moderation?.moderationStatus),
      reply: answer === '' ? null : answer,
    },
    revision: String(revision ?? '0'),
    writtenAt: (reviewDate ?? _createdDate ?? new Date(0)).toISOString(),
    ...(media.length === 0 ? {} : { media }),
  };
}

const shown = z.object({ image: z.string(), video: z.string() }).partial();

function mediaFromWire(raw: unknown): readonly WixMedia[] {
  const { success, data } = shown.safeParse(raw);
  if (!success) return [];
  if (data.image !== undefined) return [{ kind: 'image', link: data.image }];
  return data.video === undefined ? [] : [{ kind: 'video', link: data.video }];
}

/** Whatever Wix has not decided, or decided in a way we do not know, waits. */
function statusFromWire(status: string | null | undefined): Status {
  switch (status) {
    case 'APPROVED':
      return 'published';
    case 'REJECTED':
      return 'hidden';
    default:
      return 'pending';
  }
}

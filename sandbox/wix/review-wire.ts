import { z } from 'zod';
import type { Json } from './json';
import type { ReviewContent, ReviewDraft, ReviewEdits } from './review';

/** The parts of a sent review that are taken over; the rest is read-only and ignored, as Wix does. */
const media = z.array(z.looseObject({ image: z.looseObject({}).optional(), video: z.looseObject({}).optional() }));
const content = z.object({
  title: z.string().nullish(),
  body: z.string().nullish(),
  rating: z.number().optional(),
  media: media.optional(),
});
const isoDate = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'must be a date');

export const newReviewSchema = z.object({
  namespace: z.literal('stores'),
  entityId: z.string().min(1).max(36),
  content: content.extend({ rating: z.number() }),
  author: z.object({ contactId: z.string(), authorName: z.string().nullish() }),
  reviewDate: isoDate.nullish(),
});

export const changedReviewSchema = z.object({
  revision: z.string(),
  content: content.optional(),
  author: z.object({ contactId: z.string().nullish(), authorName: z.string().nullish() }).optional(),
  reviewDate: isoDate.nullish(),
});

export function toDraft(input: z.infer<typeof newReviewSchema>): ReviewDraft {
  const { namespace, entityId, author } = input;
  return {
    namespace,
    entityId,
    content: { title: input.content.title ?? null, body: input.content.body ?? null, rating: input.content.rating, media: toStoredMedia(input.content.media ?? []) },
    author: { contactId: author.contactId, authorName: author.authorName ?? null },
    reviewDate: input.reviewDate ?? null,
  };
}

export function toEdits({ content: sent, author, reviewDate }: z.infer<typeof changedReviewSchema>): ReviewEdits {
  return {
    ...(sent === undefined ? {} : { content: contentEdits(sent) }),
    ...(author?.authorName === undefined ? {} : { authorName: author.authorName }),
    ...(reviewDate === undefined || reviewDate === null ? {} : { reviewDate }),
  };
}

function contentEdits(sent: z.infer<typeof content>): Partial<ReviewContent> {
  return {
    ...(sent.title === undefined ? {} : { title: sent.title }),
    ...(sent.body === undefined ? {} : { body: sent.body }),
    ...(sent.rating === undefined ? {} : { rating: sent.rating }),
    ...(sent.media === undefined ? {} : { media: toStoredMedia(sent.media) }),
  };
}

/** Of what is sent only the media id counts; address and size are the platform's to fill in. */
function toStoredMedia(sent: z.infer<typeof media>): readonly Json[] {
  return sent.map(({ image, video }): Json => {
    if (image !== undefined) {
      const id = text(image['id']) ?? text(image['url']) ?? '';
      return { image: { id, url: `https://static.wixstatic.com/media/${id}`, width: number(image['width']), height: number(image['height']), filename: text(image['filename']) ?? id } };
    }
    const id = text(video?.['id']) ?? text(video?.['url']) ?? '';
    return { video: { id, url: `https://video.wixstatic.com/video/${id}/file`, filename: id } };
  });
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : 1200;
}

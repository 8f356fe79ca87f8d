import { z } from 'zod';
import { shownFile } from '../../core/shown-file';
import type { ShownReview } from '../../core/shown-review';
import { readAnswer } from './read-answer';
import { reviewFromWire } from './review-from-wire';

const votes = z.number().catch(0);
const shape = z.object({
  content: z.object({ media: z.array(z.object({ image: z.unknown(), video: z.unknown() }).partial()).nullish() }).nullish(),
  foundHelpful: votes,
  foundUnhelpful: votes,
  helpfulness: votes,
  verified: z.boolean().catch(false),
  origin: z.object({ type: z.string().nullish() }).nullish(),
});

/** `null` for a review that visitors may not see, or that has no stars to show. */
export function shownReviewFromWire(raw: unknown): ShownReview | null {
  const { id, fields, writtenAt } = reviewFromWire(raw);
  const { title, body, author, rating, reply, status } = fields;
  if (status !== 'published' || rating === null) return null;
  const { content, foundHelpful, foundUnhelpful, helpfulness, verified, origin } = readAnswer(shape, raw);
  return {
    id, author, rating, title, body, writtenAt, reply, verified, helpfulness,
    fromStore: origin?.type === 'APP',
    helpful: foundHelpful,
    unhelpful: foundUnhelpful,
    files: (content?.media ?? []).flatMap(({ image, video }) => fileOf(image ?? video)),
  };
}

/** A file that cannot be shown is left out; the review's other files and words are not. */
function fileOf(text: unknown): ShownReview['files'] {
  const file = typeof text === 'string' ? shownFile(text) : null;
  return file === null ? [] : [file];
}

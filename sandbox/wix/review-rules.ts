import { invalidField, invalidFields, type FieldViolation } from './api-error';
import type { ReviewContent } from './review';

const MAX_REPLY_CHARACTERS = 1_000;
const MAX_TEXT_CHARACTERS = 3_000;
const MAX_MEDIA = 10;

/** The limits Wix enforces on its side; the SDK sends whatever it is given. */
export function checkContent({ title, body, rating, media }: ReviewContent): void {
  const found: FieldViolation[] = [];
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) found.push({ field: 'review.content.rating', description: 'must be between 1 and 5', violatedRule: 'RANGE' });
  for (const [field, text] of Object.entries({ title, body })) {
    if ((text ?? '').length > MAX_TEXT_CHARACTERS) found.push({ field: `review.content.${field}`, description: `must be at most ${MAX_TEXT_CHARACTERS} characters`, violatedRule: 'MAX_LENGTH' });
  }
  if (media.length > MAX_MEDIA) found.push({ field: 'review.content.media', description: `must hold at most ${MAX_MEDIA} items`, violatedRule: 'MAX_SIZE' });
  if (found.length > 0) throw invalidFields(found);
}

export function checkReply(message: string): void {
  if (message === '') throw invalidField('message', 'must not be empty', 'MIN_LENGTH');
  if (message.length > MAX_REPLY_CHARACTERS) throw invalidField('message', `must be at most ${MAX_REPLY_CHARACTERS} characters`, 'MAX_LENGTH');
}

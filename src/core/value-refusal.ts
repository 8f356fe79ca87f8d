import type { Blocked, Capabilities } from './plan-types';
import type { Field, ReviewFields, Side } from './review';

type TextField = keyof Capabilities['maxLength'];

/**
 * Why `on` would not take the value of `field` as it is in `fields`; `null` when it would. Looks at that field alone:
 * fields cross independently, and a reason that came and went with another field would not be stable.
 */
export function valueRefusal(field: Field, fields: ReviewFields, on: Side, { holds, maxLength }: Capabilities): Blocked | null {
  switch (field) {
    case 'status':
      return null;
    case 'rating':
      return on === 'wix' && fields.rating === null ? { code: 'RATING_MISSING', on, field, got: 'no stars', expected: '1 to 5 stars' } : null;
    case 'body':
      // Stores refuse a review without words; where there are titles, those may be the words.
      return on === 'store' && fields.body === '' && !holds.includes('title') ? bodyMissing(on) : tooLong(field, fields.body, on, maxLength);
    case 'title':
    case 'author':
    case 'reply':
      return tooLong(field, fields[field] ?? '', on, maxLength);
  }
}

export function bodyMissing(on: Side): Blocked {
  return { code: 'BODY_MISSING', on, field: 'body', got: 'no text', expected: 'some text' };
}

/** Counts UTF-16 units: never fewer than characters, so what passes here is not refused for its length there. */
function tooLong(field: TextField, { length }: string, on: Side, maxLength: Capabilities['maxLength']): Blocked | null {
  const max = maxLength[field];
  if (length <= max) return null;
  return { code: 'FIELD_TOO_LONG', on, field, got: `${length} characters`, expected: `at most ${max} characters` };
}

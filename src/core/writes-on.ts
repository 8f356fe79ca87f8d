import type { Edits, Op } from './plan-types';
import type { Field, ReviewFields, Side } from './review';

/**
 * The ops that bring `fields` of `from` to side `on`. Hiding comes first and showing last, so that a text never stands
 * in public while it is half changed.
 */
export function writesOn(on: Side, from: ReviewFields, fields: readonly Field[]): readonly Op[] {
  const moderate = statusOp(on, from, fields);
  const hides = moderate.some((op) => op.kind === 'moderate' && op.status === 'hidden');
  return [...(hides ? moderate : []), ...updateOp(on, from, fields), ...replyOp(on, from, fields), ...(hides ? [] : moderate)];
}

function updateOp(on: Side, from: ReviewFields, fields: readonly Field[]): readonly Op[] {
  const edits: Edits = {
    ...(fields.includes('title') ? { title: from.title } : {}),
    ...(fields.includes('body') ? { body: from.body } : {}),
    ...(fields.includes('rating') ? { rating: from.rating } : {}),
    ...(fields.includes('author') ? { author: from.author } : {}),
  };
  return Object.keys(edits).length === 0 ? [] : [{ kind: 'update', on, edits }];
}

function replyOp(on: Side, { reply }: ReviewFields, fields: readonly Field[]): readonly Op[] {
  return fields.includes('reply') ? [{ kind: 'reply', on, reply }] : [];
}

function statusOp(on: Side, { status }: ReviewFields, fields: readonly Field[]): readonly Op[] {
  return fields.includes('status') && status !== 'pending' ? [{ kind: 'moderate', on, status }] : [];
}

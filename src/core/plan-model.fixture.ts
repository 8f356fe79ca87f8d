import { plan } from './plan';
import type { Op, PlanInput, Seen } from './plan-types';
import { FIELDS, type Field } from './review';

/** A shop takes an op as it is told. */
function apply(op: Op, seen: Seen): Seen {
  if (op.kind === 'create') return { kind: 'present', fields: op.fields };
  if (op.kind === 'delete') return { kind: 'gone', proof: 'event' };
  if (seen.kind !== 'present') throw new Error(`Expected a review to ${op.kind} on ${op.on}, got ${seen.kind}`);
  switch (op.kind) {
    case 'update':
      return { kind: 'present', fields: { ...seen.fields, ...op.edits } };
    case 'moderate':
      return { kind: 'present', fields: { ...seen.fields, status: op.status } };
    case 'reply':
      return { kind: 'present', fields: { ...seen.fields, reply: op.reply } };
  }
}

/** The state of a pair once its plan is carried out and recorded. */
export function afterwards(input: PlanInput): PlanInput {
  const { ops, nextBase } = plan(input);
  const seen = { wix: input.wix, store: input.store };
  for (const op of ops) seen[op.on] = apply(op, seen[op.on]);
  return { ...input, ...seen, base: nextBase };
}

/** The fields an op changes on a review that is there. */
export function written(op: Op): readonly Field[] {
  switch (op.kind) {
    case 'create':
    case 'delete':
      return [];
    case 'update':
      return FIELDS.filter((field) => field in op.edits);
    case 'moderate':
      return ['status'];
    case 'reply':
      return ['reply'];
  }
}

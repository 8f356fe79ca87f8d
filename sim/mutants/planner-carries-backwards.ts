import * as real from '../../src/core/plan';
import type { Op, PlanInput } from '../../src/core/plan-types';
import { otherSide } from '../../src/core/review';

export const plan: typeof real.plan = (input) => {
  const decided = real.plan(input);
  return { ...decided, ops: decided.ops.map((op) => backwards(input, op)) };
};

function backwards(input: PlanInput, op: Op): Op {
  if (op.kind !== 'update') return op;
  const target = input[op.on];
  if (target.kind !== 'present') return op;
  const { body, rating } = target.fields;
  return { kind: 'update', on: otherSide(op.on), edits: { ...('body' in op.edits ? { body } : {}), ...('rating' in op.edits ? { rating } : {}) } };
}

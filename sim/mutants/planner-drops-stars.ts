import * as real from '../../src/core/plan';
import type { Op } from '../../src/core/plan-types';

export const plan: typeof real.plan = (input) => {
  const decided = real.plan(input);
  return { ...decided, ops: decided.ops.flatMap(withoutStars) };
};

function withoutStars(op: Op): Op[] {
  if (op.kind !== 'update') return [op];
  const { rating, ...edits } = op.edits;
  return rating !== undefined && Object.keys(edits).length === 0 ? [] : [{ ...op, edits }];
}

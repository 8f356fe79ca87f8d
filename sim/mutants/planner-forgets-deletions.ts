import * as real from '../../src/core/plan';

export const plan: typeof real.plan = (input) => {
  const decided = real.plan(input);
  return { ...decided, ops: decided.ops.filter((op) => op.kind !== 'delete') };
};

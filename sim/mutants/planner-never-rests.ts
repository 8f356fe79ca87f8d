import * as real from '../../src/core/plan';

export const plan: typeof real.plan = (input) => {
  const decided = real.plan(input);
  if (decided.ops.length > 0 || decided.nextBase === null || input.store.kind !== 'present') return decided;
  return { ...decided, ops: [{ kind: 'update', on: 'store', edits: { body: input.store.fields.body } }] };
};

import * as real from '../../src/core/plan';

export const plan: typeof real.plan = (input) => real.plan({ ...input, base: null });

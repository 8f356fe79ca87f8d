import { describe, expect, it } from 'vitest';
import { benchWalk } from './walk';

describe.each(['backfill', 'sweep'] as const)('a %s over a shop five times as large', (kind) => {
  it('makes as many calls for a hundred reviews, and holds no more at once', { timeout: 120_000 }, async () => {
    const small = await benchWalk(kind, 500);
    const large = await benchWalk(kind, 2_500);
    expect(large.wixCallsPer100 / small.wixCallsPer100).toBeLessThanOrEqual(1.1);
    expect(large.storeCallsPer100 / small.storeCallsPer100).toBeLessThanOrEqual(1.1);
    expect(large.invocationMax).toBeLessThanOrEqual(18);
    // A tick that held the shop would hold some 10 MB more; what is left is the collector's mood.
    expect(large.tickMb - small.tickMb).toBeLessThan(1);
    expect(large.tickMb).toBeLessThan(2);
  });
});

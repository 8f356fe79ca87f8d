import { describe, expect, it } from 'vitest';
import { run } from '../../testing/fake-backend';
import { checkNeedsPreview, startNeedsPreview } from './needs-preview';

describe('what is seen on paper before it is done', () => {
  it('is the first walk of all, by either button', () => {
    expect([startNeedsPreview(null), checkNeedsPreview(null)]).toEqual([true, true]);
  });

  it.each(['cancelled', 'failed'] as const)('is what a %s walk has left over', (state) => {
    expect([startNeedsPreview(run({ state })), checkNeedsPreview(run({ state }))]).toEqual([true, true]);
    expect(checkNeedsPreview(run({ kind: 'sweep', state }))).toBe(false);
  });

  it('is what was taken back and would be copied anew; a check leaves it alone', () => {
    const undone = run({ kind: 'rollback', state: 'done' });
    expect([startNeedsPreview(undone), checkNeedsPreview(undone)]).toEqual([true, false]);
  });

  it.each(['backfill', 'sweep'] as const)('is not what came since a %s that ended', (kind) => {
    const ended = run({ kind, state: 'done' });
    expect([startNeedsPreview(ended), checkNeedsPreview(ended)]).toEqual([false, false]);
  });
});

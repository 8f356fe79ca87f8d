import { describe, expect, it } from 'vitest';
import { heldWords } from './held-words';

describe('what a held run is told as', () => {
  it('names how many reviews are gone, and asks once more, since going on deletes', () => {
    const words = heldWords({ phase: 'absent', changed: 3, absent: 1204 });
    expect(words.found).toBe('1,204 pairs have a review in one shop only: the other one is gone.');
    expect(words.goOn).toBe('Delete 1,204 copies too');
    expect(words.confirm).toContain('1,204 reviews are looked for once more');
  });

  it('names how many reviews changed, and deletes nothing', () => {
    const words = heldWords({ phase: 'store', changed: 412, absent: 0 });
    expect(words.found).toBe('412 reviews are not as they were at the last look.');
    expect(words.goOn).toBe('Carry 412 changes across');
    expect(words.confirm).toBeNull();
  });
});

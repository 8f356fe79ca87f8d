import { describe, expect, it, vi } from 'vitest';
import { createSharedAnswers } from './shared-answers';
import { anAnswer } from './testing/site-answers';

const QUERY = { show: 'photos', product: null, min: 0, rank: 'helpful' } as const;

function shared() {
  const load = vi.fn().mockResolvedValue(anAnswer(1));
  const clock = { nowMs: 0 };
  return { load, clock, ask: createSharedAnswers(load, () => clock.nowMs) };
}

describe('answers that widgets share', () => {
  it('are asked for once by all that ask the same', async () => {
    const { load, ask } = shared();
    expect(await ask(QUERY)).toBe(await ask({ ...QUERY }));
    await ask({ ...QUERY, product: 'p-1' });
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('are asked for again after a minute', async () => {
    const { load, clock, ask } = shared();
    await ask(QUERY);
    clock.nowMs = 60_000;
    await ask(QUERY);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('are forgotten when they failed', async () => {
    const { load, ask } = shared();
    load.mockRejectedValueOnce(new Error('no'));
    await expect(ask(QUERY)).rejects.toThrow('no');
    await expect(ask(QUERY)).resolves.toEqual(anAnswer(1));
  });

  it('are given up when nobody answers', async () => {
    vi.useFakeTimers();
    const { load, ask } = shared();
    load.mockReturnValue(new Promise(() => undefined));
    const asked = expect(ask(QUERY)).rejects.toThrow('15000 ms');
    await vi.advanceTimersByTimeAsync(15_000);
    await asked;
    vi.useRealTimers();
  });
});

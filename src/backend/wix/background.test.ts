import { describe, expect, it, vi } from 'vitest';
import { inBackground } from './background';

describe('inBackground', () => {
  it('finishes the work before it returns where the platform cannot wait for it', async () => {
    let done = false;
    await inBackground(async () => {
      await Promise.resolve();
      done = true;
    });
    expect(done).toBe(true);
  });

  it('never throws, and logs no foreign words', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await inBackground(async () => Promise.reject(new Error('ann@example.com')));
    expect(log.mock.calls).toEqual([['BACKGROUND_WORK_FAILED', 'UNEXPECTED']]);
    log.mockRestore();
  });
});

import { describe, expect, it, vi } from 'vitest';
import { BackgroundWork } from './background';

describe('BackgroundWork', () => {
  it('is idle only when the work that work started is done too', async () => {
    const work = new BackgroundWork();
    const done: string[] = [];
    work.track(Promise.resolve().then(() => {
      done.push('first');
      work.track(Promise.resolve().then(() => done.push('second')));
    }));
    await work.idle();
    expect(done).toEqual(['first', 'second']);
    expect(work.size).toBe(0);
  });

  it('survives work that fails', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const work = new BackgroundWork();
    work.track(Promise.reject(new Error('broken')));
    await work.idle();
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });
});

import { describe, expect, it } from 'vitest';
import { countSubrequest, currentInvocation, MAX_SUBREQUESTS, runInvocation, type Invocation } from './invocation';

const invocation = (id: number): Invocation => ({
  id, method: 'GET', path: '/', startedAtMs: 0, calls: 0, refused: 0, status: null, durationMs: null,
});

describe('an invocation', () => {
  it('is charged for what it runs, and for what it leaves running behind its answer', async () => {
    const mine = invocation(1);
    const left: Promise<void>[] = [];
    await runInvocation(mine, async () => {
      countSubrequest(currentInvocation());
      left.push(Promise.resolve().then(() => { countSubrequest(currentInvocation()); }));
    });
    await Promise.all(left);
    expect(mine.calls).toBe(2);
    expect(currentInvocation()).toBeNull();
  });

  it('never pays for its neighbour', async () => {
    const [one, two] = [invocation(1), invocation(2)];
    const call = async (): Promise<void> => {
      await Promise.resolve();
      countSubrequest(currentInvocation());
    };
    await Promise.all([runInvocation(one, call), runInvocation(two, call)]);
    expect([one.calls, two.calls]).toEqual([1, 1]);
  });

  it('is refused every call beyond its ceiling, and the refusals are counted apart', () => {
    const mine = invocation(1);
    for (let count = 0; count < MAX_SUBREQUESTS; count += 1) countSubrequest(mine);
    expect(() => { countSubrequest(mine); }).toThrow('Too many subrequests');
    expect(mine).toMatchObject({ calls: MAX_SUBREQUESTS, refused: 1 });
  });
});

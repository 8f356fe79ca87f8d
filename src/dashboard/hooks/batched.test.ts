import { describe, expect, it } from 'vitest';
import { batched } from './batched';

function counting(most: number): { readonly asked: (readonly string[])[]; readonly one: (key: string) => Promise<readonly string[]> } {
  const asked: (readonly string[])[] = [];
  return { asked, one: batched((keys) => { asked.push(keys); return Promise.resolve(keys); }, most) };
}

describe('questions asked at the same moment', () => {
  it('make one request, and the same question is in it once', async () => {
    const { asked, one } = counting(100);
    await Promise.all([one('a'), one('b'), one('a')]);
    expect(asked).toEqual([['a', 'b']]);
  });

  it('make as many as their number needs, each key in one of them', async () => {
    const { asked, one } = counting(2);
    expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => one(key)))).toHaveLength(5);
    expect(asked).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('a later one is a request of its own', async () => {
    const { asked, one } = counting(100);
    await one('a');
    await one('b');
    expect(asked).toEqual([['a'], ['b']]);
  });

  it('all fail together, and the next begins anew', async () => {
    let fails = true;
    const one = batched((keys) => (fails ? Promise.reject(new Error('away')) : Promise.resolve(keys)), 100);
    expect((await Promise.allSettled([one('a'), one('b')])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await one('a')).toEqual(['a']);
  });
});

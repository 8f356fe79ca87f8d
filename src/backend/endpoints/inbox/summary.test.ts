import { describe, expect, it } from 'vitest';
import type { AttentionRow } from '../../sync/attention-row';
import type { Handler } from '../endpoint';
import { attentionRow } from '../testing/attention-row';
import { ask, fixture, NOW_MS, type Fixture } from '../testing/fixture';
import { getCount } from './count';
import { getSummary } from './summary';

const HOUR_MS = 3_600_000;
const get = async (handler: Handler, live: Fixture, path: string) => (await handler(ask(path, { method: 'GET' }), live.deps, {})).json();

function desk(...rows: readonly AttentionRow[]): Fixture {
  const live = fixture();
  live.tables.put('attention', ...rows);
  return live;
}

describe('GET inbox/summary', () => {
  it('counts what each view holds, what is overdue and how fast answers are', async () => {
    const live = desk(
      attentionRow('a'), attentionRow('b', { raisedAtMs: NOW_MS - 30 * HOUR_MS }), attentionRow('s', { state: 'snoozed', wakeAtMs: NOW_MS + 5 }),
      attentionRow('x', { state: 'answered', answerMs: HOUR_MS }), attentionRow('y', { state: 'answered', answerMs: 3 * HOUR_MS }),
    );
    const summary = await get(getSummary, live, 'inbox/summary');
    expect(summary).toMatchObject({ open: 2, overdue: 1, snoozed: 1, done: 2, medianAnswerMs: 2 * HOUR_MS, products: [{ product: 'w1', open: 2 }] });
    expect(summary.weeks.at(-1).stars).toEqual({ '1': 0, '2': 5, '3': 0 });
    expect(summary.areWeeksWhole).toBe(true);
    expect(live.budgets.at(-1)?.spent).toBeLessThanOrEqual(9);
  });

  it.each([
    ['counts them all when the hundredth change is older than its weeks', 57, true],
    ['says that it does not count them all when more changed within its weeks', 55, false],
  ])('%s', async (_, oldestDays, areWeeksWhole) => {
    const agoMs = (n: number): number => NOW_MS - (n < 99 ? 1 : oldestDays * 24) * HOUR_MS;
    const live = desk(...Array.from({ length: 120 }, (_row, n) => attentionRow(`i${String(n)}`, { raisedAtMs: agoMs(n), changedAtMs: agoMs(n) })));
    expect(await get(getSummary, live, 'inbox/summary')).toMatchObject({ areWeeksWhole });
  });
});

describe('GET inbox/count', () => {
  it('counts what a filter leaves, with one call', async () => {
    const live = desk(attentionRow('a', { rating: 1 }), attentionRow('b'), attentionRow('c', { rating: 1, state: 'resolved' }));
    expect(await get(getCount, live, 'inbox/count?rating=1')).toEqual({ count: 1 });
    expect(live.budgets.at(-1)?.spent).toBe(1);
    expect(await get(getCount, live, 'inbox/count?q=word')).toMatchObject({ error: { code: 'INPUT_INVALID' } });
  });
});

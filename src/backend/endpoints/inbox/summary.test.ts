import { describe, expect, it } from 'vitest';
import { brandId, type WixProductId } from '../../../core/ids';
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
    expect(live.budgets.at(-1)?.spent).toBeLessThanOrEqual(15);
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

describe('the numbers of a desk with more rows than a page', () => {
  it('count every open item of a product, as the list narrowed to it does', async () => {
    const old = { raisedAtMs: NOW_MS - 90 * HOUR_MS, changedAtMs: NOW_MS - 90 * HOUR_MS };
    const live = desk(
      ...Array.from({ length: 130 }, (_, n) => attentionRow(`a${String(n)}`, old)),
      ...Array.from({ length: 20 }, (_, n) => attentionRow(`b${String(n)}`, { wixProductId: brandId<WixProductId>('w2') })),
      attentionRow('put-off', { state: 'snoozed', wakeAtMs: NOW_MS + 5 }),
    );
    const { products } = await get(getSummary, live, 'inbox/summary');
    expect(products).toMatchObject([{ product: 'w1', open: 130 }, { product: 'w2', open: 20 }]);
    expect(await get(getCount, live, 'inbox/count?product=w1')).toMatchObject({ open: 130 });
  });

  it.each([[151, 75], [150, 74.5]])('take the median of all %d answers, also of those that a hundred other changes came after', async (count, hours) => {
    const answered = Array.from({ length: count }, (_, n) => attentionRow(`a${String(n)}`, { state: 'answered', answerMs: n * HOUR_MS, changedAtMs: NOW_MS - 900 * HOUR_MS }));
    const live = desk(...answered, ...Array.from({ length: 120 }, (_, n) => attentionRow(`o${String(n)}`)));
    expect(await get(getSummary, live, 'inbox/summary')).toMatchObject({ medianAnswerMs: hours * HOUR_MS });
    expect(live.budgets.at(-1)?.left).toBeGreaterThanOrEqual(0);
  });
});

describe('GET inbox/count', () => {
  it('counts what a filter leaves in each view, with one call for each', async () => {
    const live = desk(attentionRow('a', { rating: 1 }), attentionRow('b'), attentionRow('c', { rating: 1, state: 'resolved' }));
    expect(await get(getCount, live, 'inbox/count?rating=1')).toEqual({ open: 1, snoozed: 0, done: 1 });
    expect(live.budgets.at(-1)?.spent).toBe(3);
    expect(await get(getCount, live, 'inbox/count?q=word')).toMatchObject({ error: { code: 'INPUT_INVALID' } });
  });
});

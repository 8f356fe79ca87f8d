import { z } from 'zod';
import { ANY_RANK } from '../../../core/attention-rank';
import { median } from '../../../core/median';
import type { AttentionRow } from '../../sync/attention-row';
import { alertSettings } from '../../sync/alert-settings';
import type { SiteSession } from '../../sync/session';
import { dashboardHandler } from '../dashboard-handler';
import { productNames } from '../product-names';
import { readQuery } from '../read-json';
import { productKey, productOfKey } from './inbox-query';
import type { InboxSummary } from './inbox-types';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const WEEKS = 8;
const RECENT = 100;
const MOST_PRODUCTS = 3;

const Query = z.strictObject({});

/**
 * `GET inbox/summary`: how the desk looks, in numbers that each lead to rows. At most 9 calls, on indexes and on the 100
 * rows that changed last.
 */
export const getSummary = dashboardHandler('GET', async ({ request, site }): Promise<InboxSummary> => {
  readQuery(request, Query);
  const nowMs = site.clock.nowMs();
  const { overdueHours } = await alertSettings(site);
  const [counts, recent, waiting] = await Promise.all([
    countAll(site, nowMs, overdueHours),
    site.rows.find('attention', { where: {}, sort: { by: 'changedAtMs', descending: true }, limit: RECENT }),
    site.rows.find('attention', { where: { openRank: { atMost: ANY_RANK }, wakeAtMs: { atMost: nowMs } }, sort: { by: 'openRank' }, limit: RECENT }),
  ]);
  return {
    ...counts,
    medianAnswerMs: median(recent.rows.flatMap(({ answerMs }) => answerMs ?? [])),
    weeks: weeksOf(unique([...recent.rows, ...waiting.rows]), nowMs),
    areWeeksWhole: reachesBack(recent.rows, nowMs - WEEKS * WEEK_MS),
    products: await productsOf(site, waiting.rows),
    overdueHours,
    checkedAtMs: nowMs,
  };
});

async function countAll({ rows }: SiteSession, nowMs: number, overdueHours: number): Promise<Pick<InboxSummary, 'open' | 'overdue' | 'snoozed' | 'done'>> {
  const ranked = { openRank: { atMost: ANY_RANK } } as const;
  const awake = { ...ranked, wakeAtMs: { atMost: nowMs } } as const;
  const [open, overdue, snoozed, done] = await Promise.all([
    rows.count('attention', awake),
    rows.count('attention', { ...awake, raisedAtMs: { atMost: nowMs - overdueHours * HOUR_MS } }),
    rows.count('attention', { ...ranked, wakeAtMs: { above: nowMs } }),
    rows.count('attention', { openRank: null }),
  ]);
  return { open, overdue, snoozed, done };
}

/** Raising is a change: once the last change read is that old, no item raised since is missing. */
function reachesBack(recent: readonly AttentionRow[], fromMs: number): boolean {
  return recent.length < RECENT || recent.some(({ changedAtMs }) => changedAtMs <= fromMs);
}

function weeksOf(rows: readonly AttentionRow[], nowMs: number): InboxSummary['weeks'] {
  return Array.from({ length: WEEKS }, (_, at) => {
    const fromMs = nowMs - (WEEKS - at) * WEEK_MS;
    const raised = rows.filter(({ raisedAtMs }) => raisedAtMs > fromMs && raisedAtMs <= fromMs + WEEK_MS);
    const count = (stars: number): number => raised.filter(({ rating }) => rating === stars).length;
    return { fromMs, stars: { '1': count(1), '2': count(2), '3': count(3) } };
  });
}

async function productsOf(site: SiteSession, rows: readonly AttentionRow[]): Promise<InboxSummary['products']> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = productKey(row);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MOST_PRODUCTS);
  if (most.length === 0) return [];
  const nameOf = await productNames(site, most.map(([key]) => productOfKey(key)));
  return most.map(([product, open]) => {
    const { wix, store } = nameOf(productOfKey(product));
    return { product, name: wix ?? store, open };
  });
}

function unique(rows: readonly AttentionRow[]): readonly AttentionRow[] {
  return [...new Map(rows.map((row) => [row._id, row])).values()];
}

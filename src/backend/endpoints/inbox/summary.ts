import { z } from 'zod';
import { ANY_RANK } from '../../../core/attention-rank';
import type { AttentionRow } from '../../sync/attention-row';
import { alertSettings } from '../../sync/alert-settings';
import type { SiteSession } from '../../sync/session';
import { dashboardHandler } from '../dashboard-handler';
import { readQuery } from '../read-json';
import type { InboxSummary } from './inbox-types';
import { medianAnswer } from './median-answer';
import { openByProduct } from './open-by-product';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const WEEKS = 8;
const RECENT = 100;

const Query = z.strictObject({});

/**
 * `GET inbox/summary`: how the desk looks, in numbers that each lead to rows. At most 15 calls. Numbers are counted among
 * all rows; the weeks say when they are not.
 */
export const getSummary = dashboardHandler('GET', async ({ request, site }): Promise<InboxSummary> => {
  readQuery(request, Query);
  const nowMs = site.clock.nowMs();
  const { overdueHours } = await alertSettings(site);
  const [counts, recent, waiting, medianAnswerMs] = await Promise.all([
    countAll(site, nowMs, overdueHours),
    site.rows.find('attention', { where: {}, sort: { by: 'changedAtMs', descending: true }, limit: RECENT }),
    site.rows.find('attention', { where: { openRank: { atMost: ANY_RANK }, wakeAtMs: { atMost: nowMs } }, sort: { by: 'openRank' }, limit: RECENT }),
    medianAnswer(site),
  ]);
  return {
    ...counts,
    medianAnswerMs,
    weeks: weeksOf(unique([...recent.rows, ...waiting.rows]), nowMs),
    areWeeksWhole: reachesBack(recent.rows, nowMs - WEEKS * WEEK_MS),
    products: await openByProduct(site, [...waiting.rows, ...recent.rows], nowMs),
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

function unique(rows: readonly AttentionRow[]): readonly AttentionRow[] {
  return [...new Map(rows.map((row) => [row._id, row])).values()];
}

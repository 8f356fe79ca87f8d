import type { PreviewBasis } from '../../sync/outdate-preview';
import type { PreviewRunRow } from '../../sync/preview-row';
import { summariseRun } from '../run-summary';
import type { PreviewSummary } from './setup-types';

/** As an open dashboard carries a run on; see the pace of its ticks. */
const CALLS_PER_MINUTE = 120;
/** What the platform adds to each invocation, and how many of ours fit into one besides. */
const PLATFORM_CALLS = 5;
const TICK_CALLS = 12;
const MINUTE_MS = 60_000;

export function summarisePreview(preview: PreviewRunRow): PreviewSummary {
  const { done, total, startedAtMs, updatedAtMs } = summariseRun(preview);
  const { calls, contacts } = preview;
  const all = calls + Math.ceil(calls / TICK_CALLS) * PLATFORM_CALLS;
  return { state: stateOf(preview), done, total, startedAtMs, updatedAtMs, outdated: outdatedBy(preview), contacts, calls, timeMs: Math.ceil((all / CALLS_PER_MINUTE) * MINUTE_MS) };
}

function stateOf({ state, stage }: PreviewRunRow): PreviewSummary['state'] {
  if (state === 'done') return 'done';
  if (state === 'cancelled' || state === 'failed') return 'cancelled';
  return stage === 'walking' ? 'running' : 'preparing';
}

/** A row made before these marks existed has neither. */
export function outdatedBy({ productsAtMs, fieldsAtMs }: PreviewRunRow): readonly PreviewBasis[] {
  return [...(productsAtMs == null ? [] : (['products'] as const)), ...(fieldsAtMs == null ? [] : (['fields'] as const))];
}

import type { ConnectedSummary, RunSummary } from '../../backend/endpoints/api-types';
import { counted, formatCount } from './format-count';
import { formatRelative } from './format-moment';
import { takesBack } from './sync/run-words';

type Statement = NonNullable<RunSummary['statement']>;

export interface Health {
  readonly summary: Pick<ConnectedSummary, 'connection' | 'counts' | 'run' | 'checkedAtMs'>;
  /** What the last complete check found; `null` when there never was one. */
  readonly statement: RunSummary['statement'];
  /** Values that gave way and that nobody has looked at. */
  readonly conflicts: number;
}

/** A piece of the sentence; one that only tells how long ago something was changes by itself and means nothing new. */
export type HealthPart = string | { readonly ago: string };

/** How the sync stands, in one breath: what is true, when that was seen, and what needs a person. */
export function healthSentence(health: Health): string {
  return healthParts(health).map((part) => (typeof part === 'string' ? part : part.ago)).join('');
}

export function healthParts(health: Health): readonly HealthPart[] {
  return [...opening(health), ...remarks(health).map((remark) => ` ${remark}`)];
}

/** The first words are the verdict; "In step" is only said of what was compared. */
function opening({ summary, statement }: Health): readonly HealthPart[] {
  const { connection, counts, run, checkedAtMs } = summary;
  if (connection.paused) return ['Paused. Changes are remembered until you resume.'];
  if (connection.down !== null) return ['Waiting for your store.'];
  if (run?.state === 'held') return ['Stopped before a large change. It goes on when you have decided below.'];
  if (run?.state === 'running') return [run.phase === 'undo' ? 'Taking copies back.' : 'Working through your reviews.'];
  if (isEmpty(counts)) return ['Connected. No reviews have been compared yet.'];
  if (run !== null && isTakenBack(run, statement?.atMs ?? 0)) return takenBack(run, checkedAtMs);
  if (isWalked(run, counts, statement?.atMs ?? 0)) return ['In step. Everything was compared ', ago(run.updatedAtMs, checkedAtMs), '.'];
  if (statement !== null) return checked(statement, checkedAtMs);
  const agree = counts['in-step'];
  return [`${agree === 0 ? 'Compared.' : `${counted(agree, 'pair agrees', 'pairs agree')}.`} Not checked from end to end yet.`];
}

/** Another clock may be ahead of ours. */
function ago(atMs: number, nowMs: number): HealthPart {
  return { ago: formatRelative(atMs, Math.max(nowMs, atMs)) };
}

/** A run from end to end has met every review of both shops; what changed since was heard of, or is found by the next check. */
function isWalked(run: ConnectedSummary['run'], { waiting }: ConnectedSummary['counts'], checkedAtMs: number): run is RunSummary {
  return run?.kind === 'backfill' && run.state === 'done' && waiting === 0 && run.updatedAtMs > checkedAtMs;
}

/** What was in step before is not, by its owner's wish; an older check says nothing about that. */
function isTakenBack(run: RunSummary, checkedAtMs: number): boolean {
  return takesBack(run) && run.state === 'done' && run.updatedAtMs > checkedAtMs;
}

function takenBack({ done, updatedAtMs }: RunSummary, nowMs: number): readonly HealthPart[] {
  return [`${counted(done, 'copy was', 'copies were')} taken back `, ago(updatedAtMs, nowMs), '. They are not copied again until you start a new run.'];
}

/** Pairs that differed are put right after the check; until the next one nobody has seen all of them agree. */
function checked({ checked: pairs, equal, atMs }: Statement, nowMs: number): readonly HealthPart[] {
  const seen = `${counted(pairs, 'pair', 'pairs')} checked `;
  return equal >= pairs ? [`In step. ${seen}`, ago(atMs, nowMs), '.'] : [seen, ago(atMs, nowMs), `; ${formatCount(pairs - equal)} differed then, and they are put right one by one.`];
}

function remarks({ summary: { connection, counts }, conflicts }: Health): readonly string[] {
  return [
    counts.waiting === 0 ? '' : counts.waiting === 1 ? '1 is on its way.' : `${counted(counts.waiting, 'review', 'reviews')} are on their way.`,
    needing(counts.blocked, conflicts),
    counts.unmatched === 0 ? '' : `${formatCount(counts.unmatched)} ${counts.unmatched === 1 ? 'has' : 'have'} no matching product.`,
    connection.webhookStatus === 'active' || connection.paused || connection.down !== null ? '' : 'The store does not tell us about changes, so they are only found while this page is open.',
  ].filter((part) => part !== '');
}

/** Names the conflicts, because the list below counts reviews alone. */
function needing(reviews: number, conflicts: number): string {
  if (conflicts === 0) return reviews === 0 ? '' : reviews === 1 ? '1 needs you.' : `${formatCount(reviews)} need you.`;
  const named = counted(conflicts, 'conflict', 'conflicts');
  if (reviews === 0) return `${named} ${conflicts === 1 ? 'needs' : 'need'} you.`;
  return `${formatCount(reviews + conflicts)} need you: ${counted(reviews, 'review', 'reviews')} and ${named}.`;
}

function isEmpty(counts: ConnectedSummary['counts']): boolean {
  return Object.values(counts).every((count) => count === 0);
}

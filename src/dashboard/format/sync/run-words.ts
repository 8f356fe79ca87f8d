import type { BadgeSkin } from '@wix/design-system';
import type { RunItem, RunSummary } from '../../../backend/endpoints/api-types';
import { counted, formatCount } from '../format-count';

const KINDS: Readonly<Record<RunSummary['kind'], string>> = {
  backfill: 'Compared everything',
  sweep: 'Checked every pair',
  rollback: 'Took a run’s copies back',
  removal: 'Took all copies back',
};

const STATES: Readonly<Record<RunSummary['state'], { readonly text: string; readonly skin: BadgeSkin }>> = {
  running: { text: 'Running', skin: 'neutralStandard' },
  paused: { text: 'Paused', skin: 'neutralLight' },
  held: { text: 'Waits for you', skin: 'warningLight' },
  done: { text: 'Done', skin: 'neutralSuccess' },
  failed: { text: 'Failed', skin: 'neutralDanger' },
  cancelled: { text: 'Cancelled', skin: 'neutralLight' },
};

export function runTitle({ kind }: Pick<RunSummary, 'kind'>): string {
  return KINDS[kind];
}

export function runBadge({ state }: Pick<RunSummary, 'state'>): { readonly text: string; readonly skin: BadgeSkin } {
  return STATES[state];
}

/** What came of a run, in counts. */
export function runResult({ run: { kind, done, changed, absent, statement }, copies }: RunItem): string {
  const parts = [
    takesBack({ kind }) ? counted(done, 'copy taken back', 'copies taken back') : counted(done, 'review read', 'reviews read'),
    statement === null ? '' : `${formatCount(statement.equal)} of ${counted(statement.checked, 'pair', 'pairs')} equal`,
    changed === 0 ? '' : `${formatCount(changed)} found changed`,
    absent === 0 ? '' : `${formatCount(absent)} found missing`,
    copies === null || copies === 0 ? '' : counted(copies, 'copy it made stands', 'copies it made stand'),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

export function isUnderWay({ state }: Pick<RunSummary, 'state'>): boolean {
  return state === 'running' || state === 'paused' || state === 'held';
}

/** Whether a run removes copies instead of making them. */
export function takesBack({ kind }: Pick<RunSummary, 'kind'>): boolean {
  return kind === 'rollback' || kind === 'removal';
}

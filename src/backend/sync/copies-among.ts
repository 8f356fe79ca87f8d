import type { Where } from './rows';
import type { LinkRow, RunRow } from './tables';

/**
 * The links whose copies a run takes back: those that one run made, or all there are. A pair that both shops had before
 * is in neither, since its outcome is `matched` and no run made it.
 */
export function copiesAmong({ kind, undoes }: Pick<RunRow, 'kind' | 'undoes'>): Where<LinkRow> {
  if (kind === 'removal') return { outcome: ['created-on-wix', 'created-in-store'], state: { not: 'gone' } };
  return { runAtMs: undoes ?? NO_RUN };
}

/** No run began then: a rollback that names none takes nothing back. */
const NO_RUN = 0;

import { runRowId } from '../../core/link-id';
import { tickBackfill } from './backfill';
import { countOutcomes } from './count-outcomes';
import type { PreviewRunRow } from './preview-row';
import { previewRows } from './preview-rows';
import { previewStore } from './preview-store';
import { PreviewTally } from './preview-tally';
import { previewWix } from './preview-wix';
import { startBackfill } from './run';
import type { SiteSession, SyncSession } from './session';
import type { LinkRow, RunRow } from './tables';
import { paidAhead, settledCalls, untilTickMs, type WalkShare } from './walk-share';

/** The site's preview, whatever its state. 1 call. */
export function currentPreview({ rows, instanceId }: SiteSession): Promise<PreviewRunRow | null> {
  return rows.get('previewRuns', runRowId(instanceId));
}

/** Begins a preview, or begins it anew. At most 9 calls. */
export async function startPreview(session: SyncSession): Promise<PreviewRunRow> {
  const { rows, instanceId } = session;
  const id = runRowId(instanceId);
  await rows.removeMany('previewRuns', [id]);
  const before = await countOutcomes(session);
  const run = await startBackfill(onPaper(session));
  // Nothing is changed, however much there is to change: what a run would stop at is what a preview is for.
  const set = { before, stage: 'clearing', state: 'paused', calls: 0, released: true, productsAtMs: null, fieldsAtMs: null } as const;
  const result = await rows.patch('previewRuns', id, { set });
  return result.kind === 'applied' ? result.row : { ...run, ...set, contacts: 0, copyCursor: null };
}

/**
 * Carries the preview on until this invocation's calls are spent: the very walk that a run takes, over the very same
 * reviews, with writes that stay on paper. `null` when there is none, or another tick is at it.
 */
export async function tickPreview(session: SyncSession, share: WalkShare | null = null): Promise<PreviewRunRow | null> {
  const walked = await tickBackfill(onPaper(session), { catchUp: giveWay, share });
  if (walked !== null) return isPreview(walked) ? walked : null;
  const preview = await currentPreview(session);
  if (preview === null || preview.state !== 'paused' || preview.stage === 'walking') return preview;
  if (share !== null && untilTickMs(preview, session.clock.nowMs(), share) > 0) return preview;
  return prepare(session, preview);
}

function isPreview(run: RunRow): run is PreviewRunRow {
  return 'stage' in run;
}

export async function cancelPreview({ rows, instanceId, clock }: SiteSession): Promise<PreviewRunRow | null> {
  const result = await rows.patch('previewRuns', runRowId(instanceId), { set: { state: 'cancelled', updatedAtMs: clock.nowMs() } });
  return result.kind === 'applied' ? result.row : null;
}

/** A session like the one a run has, of which nothing but the preview's own rows is written. */
function onPaper(session: SyncSession): SyncSession {
  const tally = new PreviewTally(session.budget);
  return {
    ...session,
    connection: { ...session.connection, walking: true },
    rows: previewRows(session.rows, tally),
    wix: previewWix(session.wix, session.instanceId, tally),
    store: previewStore(session.store, session.instanceId, tally),
  };
}

/**
 * In place of settling what is due, which would change both shops. A walk waits at a pair whose review on Wix was
 * replaced until the old copy is gone; here it is told to go on. At most 2 calls.
 */
async function giveWay({ rows, clock, budget }: SyncSession): Promise<void> {
  if (!budget.has(2 + 8)) return;
  const replaced = await rows.find('links', { where: { gone: 'wix', attempts: 0, dueAtMs: { atMost: clock.nowMs() } }, limit: 100 });
  if (replaced.rows.length === 0) return;
  await rows.patchMany('links', replaced.rows.map(({ _id }) => ({ id: _id, set: { attempts: 1, lastAtMs: clock.nowMs() } })));
}

/** 2 calls for each hundred rows, and 1 to write down how far it came. */
async function prepare(session: SyncSession, preview: PreviewRunRow): Promise<PreviewRunRow> {
  let at: Pick<PreviewRunRow, 'stage' | 'copyCursor'> = preview;
  while (at.stage !== 'walking' && session.budget.has(3)) at = at.stage === 'clearing' ? await clear(session) : await copy(session, at.copyCursor);
  const { stage, copyCursor } = at;
  const state = stage === 'walking' ? 'running' : 'paused';
  const result = await session.rows.patch('previewRuns', preview._id, { set: { stage, copyCursor, state, updatedAtMs: session.clock.nowMs(), ...settledCalls({ ...preview, ...paidAhead(preview, session) }, session) } });
  return result.kind === 'applied' ? result.row : preview;
}

async function clear({ rows }: SyncSession): Promise<Pick<PreviewRunRow, 'stage' | 'copyCursor'>> {
  for (const table of ['previewLinks', 'previewAuthors'] as const) {
    const old = await rows.find(table, { where: {}, limit: 100, consistent: true });
    if (old.rows.length === 0) continue;
    await rows.removeMany(table, old.rows.map(({ _id }) => _id));
    return { stage: 'clearing', copyCursor: null };
  }
  return { stage: 'copying', copyCursor: null };
}

/** What is known of the pairs is where a run would begin as well. Who owns them, and how they came to be, is of the past. */
async function copy({ rows }: SyncSession, cursor: string | null): Promise<Pick<PreviewRunRow, 'stage' | 'copyCursor'>> {
  const page = await rows.find('links', { where: {}, limit: 100, cursor });
  const known = page.rows.map((link): LinkRow => ({ ...link, outcome: null, leaseUntilMs: 0 }));
  if (known.length > 0) await rows.insertMany('previewLinks', known);
  return page.next === null ? { stage: 'walking', copyCursor: null } : { stage: 'copying', copyCursor: page.next };
}

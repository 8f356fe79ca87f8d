import { tickPreview } from './preview';
import type { PreviewRunRow } from './preview-row';
import { currentRun } from './run';
import type { SyncSession } from './session';
import { shareBeside, untilTickMs, WALK_SHARE } from './walk-share';

export interface PacedPreview {
  readonly preview: PreviewRunRow | null;
  /** How long until another tick does anything. */
  readonly waitMs: number;
}

/** Carries the preview on with what a walk that is under way leaves of the site's quota. 1 call more while one is. */
export async function pacePreview(session: SyncSession): Promise<PacedPreview> {
  const { connection, clock } = session;
  const share = connection.walking ? shareBeside(await currentRun(session), clock.nowMs()) : WALK_SHARE;
  const preview = await tickPreview(session, share);
  return { preview, waitMs: preview === null ? 0 : untilTickMs(preview, clock.nowMs(), share) };
}

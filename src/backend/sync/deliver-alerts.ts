import { quietUntil } from '../../core/quiet-hours';
import { alertSettingsRowId } from '../../core/link-id';
import { retryClass, retryDelayMs } from '../../core/retry-class';
import { isSyncError, type SyncError } from '../../core/sync-error';
import { ALERT_CHANNELS, DEFAULT_ALERTS, type Alert, type AlertChannel, type AlertSettings } from './alert-port';
import type { AttentionRow, Untold } from './attention-row';
import { LEASE_MS } from './lease';
import type { SiteSession } from './session';

/** The settings, each channel, and the record. */
export const ALERT_CALLS = 2 + ALERT_CHANNELS.length;

/** The site's choices, or what holds without any. 1 call. */
export async function alertSettings({ rows, instanceId }: SiteSession): Promise<AlertSettings> {
  return (await rows.get('alerts', alertSettingsRowId(instanceId))) ?? DEFAULT_ALERTS;
}

/**
 * Tells the owner of a row that this invocation holds. A place that fails is tried again later, and never fails the
 * event. When no calls are left, the row stays due. Throws only what is not a `SyncError`.
 */
export async function deliverAlert(session: SiteSession, row: AttentionRow): Promise<void> {
  if (!session.budget.has(ALERT_CALLS)) return;
  try {
    await tellAll(session, row, await alertSettings(session));
  } catch (error) {
    // Nothing was recorded: the lease brings the row back.
    if (!isSyncError(error)) throw error;
  }
}

/** Takes up what others left: those whose time has come, oldest first. 1 call when there are none. */
export async function deliverDue(session: SiteSession): Promise<number> {
  const { rows, clock, budget } = session;
  if (!budget.has(2 + ALERT_CALLS)) return 0;
  const due = await rows.find('attention', { where: { dueAtMs: { atMost: clock.nowMs() } }, sort: { by: 'dueAtMs' }, limit: 10 });
  let done = 0;
  for (const row of due.rows) {
    if (!budget.has(1 + ALERT_CALLS)) break;
    const owned = await claimAlert(session, row);
    if (owned === null) continue;
    await deliverAlert(session, owned);
    done += 1;
  }
  return done;
}

/** As `claim` for links: of everybody who read the row, one increment gives the number it expected. 1 call. */
async function claimAlert({ rows, clock }: SiteSession, row: AttentionRow): Promise<AttentionRow | null> {
  const result = await rows.patch('attention', row._id, { set: { dueAtMs: clock.nowMs() + LEASE_MS }, increment: { turn: 1 } });
  return result.kind === 'applied' && result.row.turn === row.turn + 1 ? result.row : null;
}

async function tellAll(session: SiteSession, row: AttentionRow, settings: AlertSettings): Promise<void> {
  const { rows, clock } = session;
  const quietMs = settings.quiet === null ? null : quietUntil(settings.quiet, clock.nowMs());
  if (quietMs !== null) {
    await rows.patch('attention', row._id, { set: { dueAtMs: quietMs } });
    return;
  }
  const alert = alertOf(row);
  const outcomes = await Promise.all(ALERT_CHANNELS.filter((channel) => row.untold[channel] === true).map((channel) => tell(session, channel, alert, settings)));
  const failed = outcomes.filter((outcome) => outcome.error !== null);
  const untold: Untold = Object.fromEntries(failed.map(({ channel }) => [channel, true]));
  const delayMs = failed.length === 0 ? null : longest(failed.flatMap(({ error }) => error ?? []), row.attempts, session.random);
  await rows.patch('attention', row._id, { set: { untold: delayMs === null ? {} : untold, dueAtMs: delayMs === null ? null : clock.nowMs() + delayMs, attempts: delayMs === null ? 0 : row.attempts + 1 } });
}

function alertOf({ _id, crossings, reason, rating, birth, raisedAtMs }: AttentionRow): Alert {
  return { key: `${_id}.${crossings}`, itemId: _id, kind: reason === 'edited' ? 'edited' : 'new', rating, side: birth, atMs: raisedAtMs };
}

interface Outcome {
  readonly channel: AlertChannel;
  readonly error: SyncError | null;
}

async function tell({ alerts }: SiteSession, channel: AlertChannel, alert: Alert, settings: AlertSettings): Promise<Outcome> {
  try {
    await alerts.tell(channel, alert, settings);
    return { channel, error: null };
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return { channel, error };
  }
}

/** `null`: the schedule is over, or trying again would fail the same way. */
function longest(errors: readonly SyncError[], attempts: number, random: () => number): number | null {
  const delays = errors.map((error) => {
    const delayMs = retryClass(error.code) === 'permanent' ? null : retryDelayMs(attempts, random);
    return delayMs === null ? null : Math.max(delayMs, error.details.retryAfterMs ?? 0);
  });
  const later = delays.filter((delayMs) => delayMs !== null);
  return later.length === 0 ? null : Math.max(...later);
}

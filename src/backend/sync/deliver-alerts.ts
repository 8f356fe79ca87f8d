import { quietUntil } from '../../core/quiet-hours';
import { retryClass, retryDelayMs } from '../../core/retry-class';
import { isSyncError, type SyncError } from '../../core/sync-error';
import { ALERT_CHANNELS, type Alert, type AlertChannel, type AlertSettings } from './alert-port';
import { alertSettings } from './alert-settings';
import { noteTroubles, type ChannelEnd } from './alert-troubles';
import type { AttentionRow, Untold } from './attention-row';
import { currentConnection } from './current-connection';
import { LEASE_MS } from './lease';
import type { PatchOptions } from './rows';
import type { SiteSession } from './session';
import type { ConnectionRow } from './tables';

/** What was read of the connection anyway says where alerts are known not to arrive. */
type TellingSession = SiteSession & { readonly connection?: ConnectionRow };

/** For writing down who was told, and so to let go of the row. */
const RECORD_CALLS = 1;

/** Each channel, and the record. */
export const ALERT_CALLS = ALERT_CHANNELS.length + RECORD_CALLS;

/**
 * Tells the owner of a row that this invocation holds. A place that fails is tried again later and never fails the
 * event; one there are no calls left for is told by whoever comes next. Throws only what is not a `SyncError`.
 */
export async function deliverAlert(session: TellingSession, row: AttentionRow, settings: AlertSettings): Promise<void> {
  try {
    const quietMs = settings.quiet === null ? null : quietUntil(settings.quiet, session.clock.nowMs());
    if (quietMs === null) await tellAll(session, row, settings);
    else await session.rows.patch('attention', row._id, { set: { dueAtMs: quietMs } });
  } catch (error) {
    // Nothing was recorded: the lease brings the row back.
    if (!isSyncError(error)) throw error;
  }
}

/** Takes up what others left: those whose time has come, oldest first. 1 call when there are none. */
export async function deliverDue(session: TellingSession): Promise<number> {
  const { rows, clock, budget } = session;
  if (!budget.has(4 + ALERT_CALLS)) return 0;
  const due = await rows.find('attention', { where: { dueAtMs: { atMost: clock.nowMs() } }, sort: { by: 'dueAtMs' }, limit: 10 });
  if (due.rows.length === 0) return 0;
  const connection = session.connection ?? (await currentConnection(session)) ?? undefined;
  const telling: TellingSession = connection === undefined ? session : { ...session, connection };
  const settings = await alertSettings(telling);
  let done = 0;
  for (const row of due.rows) {
    if (!budget.has(1 + ALERT_CALLS)) break;
    const owned = await claimAlert(session, row);
    if (owned === null) continue;
    await deliverAlert(telling, owned, settings);
    done += 1;
  }
  return done;
}

/** As `claim` for links: of everybody who read the row, one increment gives the number it expected. 1 call. */
async function claimAlert({ rows, clock }: SiteSession, row: AttentionRow): Promise<AttentionRow | null> {
  const result = await rows.patch('attention', row._id, { set: { dueAtMs: clock.nowMs() + LEASE_MS }, increment: { turn: 1 } });
  return result.kind === 'applied' && result.row.turn === row.turn + 1 ? result.row : null;
}

async function tellAll(session: TellingSession, row: AttentionRow, settings: AlertSettings): Promise<void> {
  const alert = alertOf(row);
  const channels = ALERT_CHANNELS.filter((channel) => row.untold[channel] === true);
  const outcomes: Outcome[] = [];
  // One after the other: when calls run short, they are short for the last.
  await session.budget.keeping(RECORD_CALLS, async () => {
    for (const channel of channels) outcomes.push(await tell(session, channel, alert, settings));
  });
  await session.rows.patch('attention', row._id, { set: whatIsLeft(session, row, outcomes) });
  await noteTroubles(session, session.connection?.alertTroubles ?? {}, outcomes.flatMap((outcome) => endOf(session, row, outcome)));
}

function whatIsLeft({ clock, random }: SiteSession, { attempts }: AttentionRow, outcomes: readonly Outcome[]): PatchOptions<AttentionRow>['set'] {
  const left = outcomes.flatMap(({ channel, error }) => {
    const delayMs = error === null ? null : delayFor(error, attempts, random);
    return delayMs === null ? [] : [{ channel, delayMs }];
  });
  if (left.length === 0) return { untold: {}, dueAtMs: null, attempts: 0 };
  const isShort = outcomes.some(({ error }) => error?.code === 'BUDGET_SPENT');
  const untold: Untold = Object.fromEntries(left.map(({ channel }) => [channel, true]));
  return { untold, dueAtMs: clock.nowMs() + (isShort ? 0 : Math.max(...left.map(({ delayMs }) => delayMs))), attempts: isShort ? attempts : attempts + 1 };
}

/** Whether an alert is done with at one place; not while it is tried again. */
function endOf({ random }: SiteSession, { attempts }: AttentionRow, { channel, error }: Outcome): readonly ChannelEnd[] {
  if (error === null) return [{ channel, code: null }];
  return delayFor(error, attempts, random) === null ? [{ channel, code: error.code }] : [];
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
function delayFor({ code, details }: SyncError, attempts: number, random: () => number): number | null {
  if (code === 'BUDGET_SPENT') return 0;
  const delayMs = retryClass(code) === 'permanent' ? null : retryDelayMs(attempts, random);
  return delayMs === null ? null : Math.max(delayMs, details.retryAfterMs ?? 0);
}

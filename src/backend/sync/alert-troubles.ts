import { connectionRowId } from '../../core/link-id';
import type { SyncCode } from '../../core/sync-code';
import type { AlertChannel } from './alert-port';
import type { SiteSession } from './session';

/** Places that an alert was given up at, and since when none has arrived there. */
export type AlertTroubles = Readonly<Partial<Record<AlertChannel, { readonly code: SyncCode; readonly sinceMs: number }>>>;

export interface ChannelEnd {
  readonly channel: AlertChannel;
  /** What an alert was given up for; `null` when it arrived, or when the place is switched off. */
  readonly code: SyncCode | null;
}

/** What is known after these alerts came to an end; `null` when nothing changed. */
export function troublesAfter(before: AlertTroubles, ends: readonly ChannelEnd[], nowMs: number): AlertTroubles | null {
  const news = ends.filter(({ channel, code }) => (before[channel]?.code ?? null) !== code);
  if (news.length === 0) return null;
  const mended = new Set(news.map(({ channel }) => channel));
  const kept = Object.entries(before).filter(([channel]) => !mended.has(channel as AlertChannel));
  const broken = news.flatMap(({ channel, code }) => (code === null ? [] : [[channel, { code, sinceMs: before[channel]?.sinceMs ?? nowMs }] as const]));
  return Object.fromEntries([...kept, ...broken]);
}

/**
 * Keeps it where the dashboard reads it anyway. 1 call, none when nothing changed or no call is left: whoever tries next
 * finds the same.
 */
export async function noteTroubles({ rows, instanceId, budget, clock }: SiteSession, before: AlertTroubles, ends: readonly ChannelEnd[]): Promise<void> {
  const after = troublesAfter(before, ends, clock.nowMs());
  if (after !== null && budget.has(1)) await rows.patch('connections', connectionRowId(instanceId), { set: { alertTroubles: after } });
}

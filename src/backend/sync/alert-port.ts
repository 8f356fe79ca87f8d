import { USUAL_OVERDUE_HOURS } from '../../core/attention';
import type { QuietHours } from '../../core/quiet-hours';
import type { Side } from '../../core/review';

export const ALERT_CHANNELS = ['notification', 'automation', 'webhook'] as const;
export type AlertChannel = (typeof ALERT_CHANNELS)[number];

/** What an owner is told. Ids, stars and times: whoever may read the words opens the item. */
export interface Alert {
  /** The same for every try of one alert, so that a far side can tell a repetition. */
  readonly key: string;
  readonly itemId: string;
  readonly kind: 'new' | 'edited' | 'test';
  readonly rating: number | null;
  readonly side: Side;
  readonly atMs: number;
}

export type Told =
  | { readonly kind: 'told' }
  /** Nothing is set up there, or it was switched off. */
  | { readonly kind: 'off' };

/** Everything the engine asks of the places an owner can be told at. 1 call each, none when off; throws `SyncError` only. */
export interface AlertPort {
  tell(channel: AlertChannel, alert: Alert, settings: AlertSettings): Promise<Told>;
}

/** What the owner chose about being told. One row per site; the defaults hold while there is none. */
export interface AlertSettings {
  readonly notification: boolean;
  readonly automation: boolean;
  /** Sealed `{ url, secret }`, `null` when there is none: an address such as Slack's is itself a secret. */
  readonly webhook: string | null;
  /** Shown in place of the address. */
  readonly webhookHost: string | null;
  readonly quiet: QuietHours | null;
  /** Where the inbox is in the owner's dashboard, as the dashboard itself says; `null` until it was opened once. */
  readonly pageUrl: string | null;
  /** Hours after which an open item counts as overdue. */
  readonly overdueHours: number;
}

export const DEFAULT_ALERTS: AlertSettings = { notification: true, automation: true, webhook: null, webhookHost: null, quiet: null, pageUrl: null, overdueHours: USUAL_OVERDUE_HOURS };

import type { OutcomeCounts } from './count-outcomes';
import type { RunRow } from './tables';

/** A walk that only thinks. One row per site. Until its stage is `walking` it is paused, so that no walk begins. */
export interface PreviewRunRow extends RunRow {
  /** `clearing`: an earlier preview goes; `copying`: what is known of the pairs is taken over; `walking`: the walk itself. */
  readonly stage: 'clearing' | 'copying' | 'walking';
  readonly copyCursor: string | null;
  /** Requests that the real walk would make, as far as this one has come. */
  readonly calls: number;
  /** Contacts that would be made. */
  readonly contacts: number;
  /** When products or fields were last chosen differently since it was begun, epoch ms; see `outdate-preview.ts`. */
  readonly productsAtMs: number | null;
  readonly fieldsAtMs: number | null;
  /** What earlier runs had brought about, so that a later run's share can be told. */
  readonly before: OutcomeCounts;
}

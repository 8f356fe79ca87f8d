import type { Side } from '../src/core/review';
import type { SyncCode } from '../src/core/sync-code';
import type { Desk } from './kill-everywhere.desk';

/** One thing the app does, and how the world must look once it came to rest, wherever the process died on the way. */
export interface Operation {
  /** Against a store that holds and changes every field, instead of one as narrow as WooCommerce. */
  readonly wide?: true;
  /** In both shops before the app came: no event tells of it. */
  readonly history?: (desk: Desk) => void;
  /** In place and in step before the first step that may be the last. */
  readonly before?: (desk: Desk) => void | Promise<void>;
  readonly act: (desk: Desk) => void;
  /** The texts both shops hold in the end, sorted; what is in the bin left out. */
  readonly wix: readonly string[];
  readonly store: readonly string[];
  /** What the app changes in each shop when nothing goes wrong. Killed anywhere, it never changes more. */
  readonly writes: Readonly<Record<Side, number>>;
  /** Calls that make the operation what its name says. */
  readonly proves: readonly string[];
  /** Reasons that rows give in the end and that only this operation's outcome can confirm. */
  readonly explains?: readonly SyncCode[];
  /** What else is not as it should be, in words. */
  readonly wrong?: (desk: Desk) => readonly string[];
}

export type Operations = Readonly<Record<string, Operation>>;

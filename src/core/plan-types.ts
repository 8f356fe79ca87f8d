import type { Base } from './fingerprint';
import type { SyncCode } from './sync-code';
import type { Field, ReviewFields, Side } from './review';

/** Why we believe a review is gone. Only `none` is not enough to delete its copy. */
export type AbsenceProof = 'event' | 'trash' | 'scan' | 'none';

/** What one side holds right now. `never` means this side has not held the review yet. */
export type Seen =
  | { readonly kind: 'present'; readonly fields: ReviewFields }
  | { readonly kind: 'never' }
  | { readonly kind: 'gone'; readonly proof: AbsenceProof };

/** What one side can hold and do. Wix's own is `WIX_CAPABILITIES`; each store connector declares one. */
export interface Capabilities {
  readonly create: boolean;
  /** Fields this side can hold at all; a field missing here is never compared nor written there. */
  readonly holds: readonly Field[];
  /** Fields that can be changed after creation. */
  readonly edits: readonly Field[];
  readonly delete: 'trash' | 'force' | 'none';
  /** Its reviews may come with pictures, given by their addresses. Left out: never. */
  readonly media?: true;
  /** Longest text this side accepts, in characters. */
  readonly maxLength: { readonly title: number; readonly body: number; readonly author: number; readonly reply: number };
}

export type Truth = Side | 'birth';
export type Direction = 'both' | 'to-store' | 'to-wix' | 'off';

export interface Policy {
  /** Side that wins when both changed the same field. `birth`: the side where the review was written. */
  readonly truth: Readonly<Record<Field, Truth>>;
  readonly direction: Readonly<Record<Field, Direction>>;
  /** What a deletion on one side does to the copy on the other. */
  readonly onDelete: 'delete' | 'hide' | 'keep';
}

export type EditableField = 'title' | 'body' | 'rating' | 'author';
export type Edits = { readonly [F in EditableField]?: ReviewFields[F] };

/** One write on one side. */
export type Op =
  | { readonly kind: 'create'; readonly on: Side; readonly fields: ReviewFields }
  | { readonly kind: 'update'; readonly on: Side; readonly edits: Edits }
  | { readonly kind: 'moderate'; readonly on: Side; readonly status: 'published' | 'hidden' }
  | { readonly kind: 'reply'; readonly on: Side; readonly reply: string | null }
  | { readonly kind: 'delete'; readonly on: Side };

/** Both sides changed `field`; `winner`'s value is carried across, the other's is kept in the ledger. */
export interface Conflict {
  readonly field: Field;
  readonly winner: Side;
  readonly lost: ReviewFields[Field];
}

/** A change that cannot cross, with the reason a person is shown. */
export interface Blocked {
  readonly code: SyncCode;
  readonly on: Side;
  readonly field: Field | null;
  /** Shapes only ("70000 characters"), never the text itself. */
  readonly got?: string;
  readonly expected?: string;
}

export interface PlanInput {
  readonly wix: Seen;
  readonly store: Seen;
  /**
   * What each side held when both last agreed; `null` when they never did. A side "changed" a field when its present
   * fingerprint differs from its own side of the base (never from the other side's).
   */
  readonly base: Base | null;
  /** Side where a person wrote the review. */
  readonly birth: Side;
  /** Both were written by people, and were found to say the same: neither is known to be a copy of the other. */
  readonly twins?: true;
  readonly policy: Policy;
  readonly capabilities: Readonly<Record<Side, Capabilities>>;
}

export interface Plan {
  readonly ops: readonly Op[];
  readonly conflicts: readonly Conflict[];
  readonly blocked: readonly Blocked[];
  /** The base to record once every op succeeded: what each side then holds. `null` when there is no pair (yet, or any more). */
  readonly nextBase: Base | null;
}

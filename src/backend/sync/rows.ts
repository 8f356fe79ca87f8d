import type { TableName, Tables } from './tables';

type Scalar = string | number | boolean | null;

/** Conditions are joined by AND. Arrays mean "one of", at most 100 values; `contains` looks for a part of a text, whatever its case. */
export type Where<T> = { readonly [K in keyof T]?: T[K] & Scalar | readonly (T[K] & Scalar)[] | { readonly atMost: number } | { readonly above: number } | { readonly contains: string } | { readonly not: T[K] & Scalar } };

export interface FindOptions<T> {
  readonly where: Where<T>;
  /** Of these, at least one has to hold as well. */
  readonly either?: readonly Where<T>[];
  readonly sort?: { readonly by: keyof T & string; readonly descending?: boolean };
  /** 1 to 100. */
  readonly limit: number;
  /** Rows to leave out before the first one; for a first page only. */
  readonly skip?: number;
  /** Reads the primary copy, for when missing a row just written would lose something. Slower. */
  readonly consistent?: boolean;
  readonly cursor?: string | null;
}

export interface Found<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

export interface PatchOptions<T> {
  readonly set: Partial<Omit<T, '_id' | 'instanceId'>>;
  /** Added atomically by the platform; the row in the answer tells the outcome. */
  readonly increment?: { readonly [K in keyof T]?: number };
}

/** `applied` carries the whole row as it is right after the patch: that makes an increment a ticket. */
export type PatchResult<T> = { readonly kind: 'applied'; readonly row: T } | { readonly kind: 'missing' };

/**
 * The app's own rows on one site. One call each. Ids, `get` and `getMany` read the primary copy; `find` (unless
 * asked for consistency) and `count` may lag by seconds. Rows of another instance are never returned. Throws `SyncError` only. Conditional writes are
 * left out on purpose: what a failed condition answers is not documented.
 */
export interface Rows {
  /** Atomic: of two inserts of one `_id` exactly one is `inserted`. */
  insert<N extends TableName>(table: N, row: Tables[N]): Promise<'inserted' | 'exists'>;
  /** Inserts those whose `_id` is free, at most 1000. Which ones were taken is not told. */
  insertMany<N extends TableName>(table: N, rows: readonly Tables[N][]): Promise<void>;
  get<N extends TableName>(table: N, id: string): Promise<Tables[N] | null>;
  /** At most 100 ids; missing ones are left out. */
  getMany<N extends TableName>(table: N, ids: readonly string[]): Promise<readonly Tables[N][]>;
  find<N extends TableName>(table: N, options: FindOptions<Tables[N]>): Promise<Found<Tables[N]>>;
  patch<N extends TableName>(table: N, id: string, options: PatchOptions<Tables[N]>): Promise<PatchResult<Tables[N]>>;
  /** Changes many rows, each in its own way, at most 1000; missing rows are left missing. What came of it is not told. */
  patchMany<N extends TableName>(table: N, patches: readonly ({ readonly id: string } & PatchOptions<Tables[N]>)[]): Promise<void>;
  /** Whole-row replacement, inserting what is missing; at most 1000. */
  saveMany<N extends TableName>(table: N, rows: readonly Tables[N][]): Promise<void>;
  /** At most 1000; missing ones are fine. */
  removeMany<N extends TableName>(table: N, ids: readonly string[]): Promise<void>;
  count<N extends TableName>(table: N, where: Where<Tables[N]>): Promise<number>;
}

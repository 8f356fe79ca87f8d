import type { LinkId } from '../../core/ids';
import type { PatchOptions } from './rows';
import type { SiteSession } from './session';
import type { LinkRow } from './tables';

/** Row changes gathered over a page, so that each kind costs one call. */
export interface Writes {
  readonly insert: LinkRow[];
  readonly save: LinkRow[];
  readonly patch: ({ id: LinkId } & PatchOptions<LinkRow>)[];
  readonly remove: LinkId[];
}

export function noWrites(): Writes {
  return { insert: [], save: [], patch: [], remove: [] };
}

export function isEmptyWrites({ insert, save, patch, remove }: Writes): boolean {
  return insert.length + save.length + patch.length + remove.length === 0;
}

/** How many calls `writeAll` makes of them. */
export function callsOf({ insert, save, patch, remove }: Writes): number {
  return [insert, save, patch, remove].filter((kind) => kind.length > 0).length;
}

/** Inserts come first: they carry the intents. 0 to 4 calls. */
export async function writeAll({ rows }: SiteSession, { insert, save, patch, remove }: Writes): Promise<void> {
  if (insert.length > 0) await rows.insertMany('links', insert);
  if (save.length > 0) await rows.saveMany('links', save);
  if (patch.length > 0) await rows.patchMany('links', patch);
  if (remove.length > 0) await rows.removeMany('links', remove);
}

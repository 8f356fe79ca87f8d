import { z } from 'zod';
import { SyncError } from '../../core/sync-error';

/** Where matching stands: the Wix pages being compared begin at `wix`; `store` is the store's next page, in the first block. */
export interface MatchCursor {
  readonly wix: string | null;
  readonly store: string | null;
}

const page = z.string().max(2000).nullable();
const shape = z.strictObject({ wix: page, store: page });

export function writeMatchCursor(cursor: MatchCursor): string {
  return encodeURIComponent(JSON.stringify(cursor));
}

export function readMatchCursor(text: string): MatchCursor {
  try {
    return shape.parse(JSON.parse(decodeURIComponent(text)));
  } catch {
    throw new SyncError('INPUT_INVALID', { field: 'cursor', got: `text of ${text.length} characters`, expected: 'a cursor this app answered with' });
  }
}

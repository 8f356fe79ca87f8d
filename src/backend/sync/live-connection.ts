import type { ConnectionRow } from './tables';

/** A connection that stands, paused or not; `null` for none, and for one that was disconnected and only kept its store's address. */
export function liveConnection(row: ConnectionRow | null): ConnectionRow | null {
  return row === null || row.ended === true ? null : row;
}

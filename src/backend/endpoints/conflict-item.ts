import type { ReviewFields } from '../../core/review';
import type { ConflictRow } from '../sync/tables';
import type { ConflictItem } from './api-types';

/** A conflict as the dashboard shows it. `fields`: what the winner's side holds now. */
export function conflictItem({ _id, field, winner, lost, state, atMs, linkId }: ConflictRow, fields: ReviewFields | null): ConflictItem {
  return { id: _id, field, winner, lost: shown(JSON.parse(lost)), stands: fields === null ? null : shown(fields[field]), state, atMs, linkId };
}

/** Numbers and missing values have no words of their own. */
function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

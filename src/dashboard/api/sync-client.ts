import type { ConflictItem, ConflictsAnswer, ResolveAnswer, RetryAnswer, RunAnswer, RunsAnswer, TimelineAnswer } from '../../backend/endpoints/api-types';
import { get, post } from './client';

export type ConflictPick = 'kept' | 'restored';

export const getRuns = (): Promise<RunsAnswer> => get('sync/runs', {});
export const getConflicts = (state: ConflictItem['state'], cursor: string | null): Promise<ConflictsAnswer> => get('sync/conflicts', { state, cursor });
export const postRollback = (startedAtMs: number): Promise<RunAnswer> => post('sync/rollback', { startedAtMs });
export const postRemoveCopies = (copies: number): Promise<RunAnswer> => post('sync/remove-copies', { copies });
export const postConflicts = (ids: readonly string[], pick: ConflictPick): Promise<ResolveAnswer> => post('sync/conflicts', { ids, pick });
export const getTimeline = (id: string): Promise<TimelineAnswer> => get('sync/timeline', { id });
export const postRetry = (id: string): Promise<RetryAnswer> => post('sync/retry', { id });

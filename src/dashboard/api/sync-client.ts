import type { ConflictItem, ConflictsAnswer, RunAnswer, RunsAnswer } from '../../backend/endpoints/api-types';
import { get, post } from './client';

export const getRuns = (): Promise<RunsAnswer> => get('sync/runs', {});
export const getConflicts = (state: ConflictItem['state'], cursor: string | null): Promise<ConflictsAnswer> => get('sync/conflicts', { state, cursor });
export const postRollback = (startedAtMs: number): Promise<RunAnswer> => post('sync/rollback', { startedAtMs });

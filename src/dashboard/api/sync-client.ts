import type { ConflictItem, ConflictsAnswer, RunsAnswer } from '../../backend/endpoints/api-types';
import { get } from './client';

export const getRuns = (): Promise<RunsAnswer> => get('sync/runs', {});
export const getConflicts = (state: ConflictItem['state'], cursor: string | null): Promise<ConflictsAnswer> => get('sync/conflicts', { state, cursor });

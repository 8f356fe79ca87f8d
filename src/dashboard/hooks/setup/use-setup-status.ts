import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { SetupStatus } from '../../../backend/endpoints/setup/setup-types';
import { getSetupStatus } from '../../api/setup-client';

/** Under `sync`, so that every action of the page has it read again. */
export const SETUP_KEY = ['sync', 'setup'] as const;
const POLL_MS = 30_000;

export function useSetupStatus(): UseQueryResult<SetupStatus> {
  return useQuery({ queryKey: [...SETUP_KEY, 'status'], queryFn: getSetupStatus, refetchInterval: POLL_MS });
}

import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { SetupStatus } from '../../../backend/endpoints/setup/setup-types';
import { getSetupStatus } from '../../api/setup-client';
import { SETUP_STATUS_KEY } from '../query-keys';

const POLL_MS = 30_000;

export function useSetupStatus(): UseQueryResult<SetupStatus> {
  return useQuery({ queryKey: SETUP_STATUS_KEY, queryFn: getSetupStatus, refetchInterval: POLL_MS });
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ConnectedSummary } from '../../backend/endpoints/api-types';
import { postWebhook } from '../api/client';
import { STATUS_KEY, WEBHOOK_KEY } from './query-keys';

const CHECK_MS = 15 * 60_000;

/**
 * Stores switch a webhook off after a few failures and tell nobody. So whoever opens the page has it looked at, and
 * mended, and again after a walk, which is when a store had most to tell.
 */
export function useWebhookCheck({ connection, run }: ConnectedSummary): void {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: [...WEBHOOK_KEY, run?.state === 'done' ? run.startedAtMs : null],
    queryFn: postWebhook,
    enabled: !connection.paused && connection.down === null && run?.state !== 'running',
    retry: false,
    staleTime: CHECK_MS,
    refetchInterval: CHECK_MS,
    refetchOnWindowFocus: false,
  });
  const changed = data !== undefined && data.connection.webhookStatus !== connection.webhookStatus;
  useEffect(() => {
    if (changed) void client.invalidateQueries({ queryKey: STATUS_KEY });
  }, [client, changed]);
}

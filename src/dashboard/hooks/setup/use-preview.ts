import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { PreviewAnswer, PreviewSummary } from '../../../backend/endpoints/setup/setup-types';
import { getPreview, postPreviewTick } from '../../api/setup-client';
import { afterCalls, rested, waitMs } from '../call-pace';
import { PREVIEW_KEY, PREVIEW_TICK_KEY } from '../query-keys';

const PAUSE_MS = 300;
const TROUBLE_MS = 10_000;

export interface PreviewState {
  /** `undefined` while nothing is known yet. */
  readonly preview: PreviewSummary | null | undefined;
  readonly groups: PreviewAnswer['groups'];
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The preview, carried on for as long as the page is open and no faster than the site's quota allows. */
export function usePreview(): PreviewState {
  const client = useQueryClient();
  const pace = useRef(rested(Date.now()));
  const known = useQuery({ queryKey: PREVIEW_KEY, queryFn: getPreview, refetchOnWindowFocus: false });
  const active = isActive(known.data?.preview);
  const ticks = useQuery({
    queryKey: PREVIEW_TICK_KEY,
    queryFn: async () => {
      const answer = await postPreviewTick();
      pace.current = afterCalls(pace.current, answer.calls, Date.now());
      return answer;
    },
    enabled: active,
    retry: false,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) => Math.max(state.status === 'error' ? TROUBLE_MS : PAUSE_MS, waitMs(pace.current, Date.now()), state.data?.waitMs ?? 0),
  });
  const preview = latest(known.data?.preview, ticks.data?.preview ?? null);
  const ended = active && preview?.state === 'done';
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: PREVIEW_KEY });
  }, [client, ended]);
  return {
    preview,
    groups: preview?.state === 'done' ? (known.data?.groups ?? null) : null,
    error: known.error ?? (active ? ticks.error : null),
    retry: () => void (known.error === null ? ticks.refetch() : known.refetch()),
  };
}

function isActive(preview: PreviewSummary | null | undefined): boolean {
  return preview?.state === 'running' || preview?.state === 'preparing';
}

/** The preview as whoever looked last saw it. */
function latest(known: PreviewSummary | null | undefined, ticked: PreviewSummary | null): PreviewSummary | null | undefined {
  // One that was given up stays so, whatever a tick that was under way still says.
  if (known == null || ticked === null || !isActive(known)) return known;
  return ticked.startedAtMs === known.startedAtMs && ticked.updatedAtMs >= known.updatedAtMs ? ticked : known;
}

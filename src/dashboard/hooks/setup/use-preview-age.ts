import { useQuery } from '@tanstack/react-query';
import type { PreviewAgeAnswer, PreviewSummary } from '../../../backend/endpoints/setup/setup-types';
import { unreachable } from '../../api/api-problem';
import { getPreviewAge } from '../../api/setup-client';
import { previewAgeKey } from '../query-keys';

export interface PreviewAge {
  /** `null` while it is not known: the page does not wait for it. */
  readonly age: PreviewAgeAnswer | null;
  /** Asks once more, for the moment before something is started. */
  readonly look: () => Promise<PreviewAgeAnswer>;
}

/** What happened since a finished preview was begun. Looked at when it is shown, and whenever somebody comes back to it. */
export function usePreviewAge(preview: PreviewSummary | null): PreviewAge {
  const { data, refetch } = useQuery({ queryKey: previewAgeKey(preview?.startedAtMs ?? null), queryFn: getPreviewAge, enabled: preview !== null, refetchOnMount: 'always' });
  const look = async (): Promise<PreviewAgeAnswer> => {
    const { data: now, error } = await refetch({ cancelRefetch: true });
    if (error !== null || now === undefined) throw error ?? unreachable();
    return now;
  };
  return { age: data ?? null, look };
}

import { useSyncStatus } from '../use-sync-status';
import { useTicks } from '../use-ticks';

/** The list has a look of its own every few seconds; this one only says whether there is a store and a run. */
const STATUS_MS = 60_000;

/** Whether anybody looks at new reviews. */
export type Watch = 'on' | 'paused' | 'disconnected';

/**
 * What an event or a store's message had no calls left for waits for the next entrance. The page where the owner waits
 * for bad news is one, too: it takes up what was left, and the list's own look finds what came of it.
 */
export function useInboxTicks(): Watch {
  const { data } = useSyncStatus(STATUS_MS);
  useTicks(data);
  if (data?.kind === 'disconnected') return 'disconnected';
  return data?.connection.paused === true ? 'paused' : 'on';
}

import type { JSX } from 'react';
import { useSyncStatus } from '../../hooks/use-sync-status';
import { ConnectionCard } from '../connection-card';

/** The store that is connected, with what disconnecting would leave behind. */
export function ConnectedStore(): JSX.Element | null {
  const { data } = useSyncStatus();
  if (data?.kind !== 'connected') return null;
  return <ConnectionCard connection={data.connection} outcomes={data.outcomes} run={data.run} />;
}

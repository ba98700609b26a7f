import { useSyncExternalStore } from 'react';
import type { ConnectionState } from '../live/connection';
import { useAtelier } from './AtelierProvider';

/** How live what is shown is. Keeps no connection open by itself. */
export function useConnection(): ConnectionState & { reconnect: () => void } {
  const { connection } = useAtelier();
  const state = useSyncExternalStore(connection.subscribe, connection.state);
  return { ...state, reconnect: connection.reconnect };
}

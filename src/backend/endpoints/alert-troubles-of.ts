import { ALERT_CHANNELS } from '../sync/alert-port';
import type { ConnectionRow } from '../sync/tables';
import type { AlertTrouble } from './api-types';
import { explain } from './explain';

/** Where alerts do not arrive, in the words of the page. */
export function alertTroublesOf(connection: Pick<ConnectionRow, 'alertTroubles'> | null): readonly AlertTrouble[] {
  return ALERT_CHANNELS.flatMap((channel) => {
    const trouble = connection?.alertTroubles?.[channel];
    return trouble === undefined ? [] : [{ channel, sinceMs: trouble.sinceMs, cause: explain(trouble.code).sentence }];
  });
}

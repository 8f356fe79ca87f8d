import type { Alert, AlertChannel, AlertPort } from '../../src/backend/sync/alert-port';
import type { Io } from '../io';

/** What an owner was told, and where. A repeated key is the same alert told again, which a far side leaves out. */
export class Alerts {
  readonly told = new Map<string, Alert>();
  readonly off = new Set<AlertChannel>();

  port(io: Io): AlertPort {
    return {
      tell: async (channel, alert) => {
        if (this.off.has(channel)) return { kind: 'off' };
        await io.call('alerts', channel, () => this.told.set(`${channel} ${alert.key}`, alert));
        return { kind: 'told' };
      },
    };
  }
}

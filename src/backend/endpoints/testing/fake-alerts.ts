import type { Alert, AlertChannel, AlertPort } from '../../sync/alert-port';
import type { CallBudget } from '../../sync/call-budget';

/** Notes whom it was asked to tell of what. */
export class FakeAlerts {
  readonly told: { readonly channel: AlertChannel; readonly alert: Alert }[] = [];
  readonly failing = new Map<AlertChannel, Error>();

  port(budget: CallBudget): AlertPort {
    return {
      tell: async (channel, alert, settings) => {
        if (channel === 'webhook' ? settings.webhook === null : !settings[channel]) return { kind: 'off' };
        budget.spend();
        const failure = this.failing.get(channel);
        if (failure !== undefined) throw failure;
        this.told.push({ channel, alert });
        return { kind: 'told' };
      },
    };
  }
}

import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { INSTANCE } from '../../../sim/world/world';
import { alertSettingsRowId } from '../../core/link-id';
import { DEFAULT_ALERTS, type AlertSettings } from './alert-port';
import type { AttentionRow } from './attention-row';
import { CallBudget } from './call-budget';
import { deliverDue } from './deliver-alerts';
import { receiveWixEvent } from './receive-wix-event';
import type { SessionOpener } from './session';

const item = (site: TestSite): AttentionRow => {
  const [row] = site.world.rows.all('attention');
  return row ?? expect.fail('Expected an item');
};
const keys = (site: TestSite): readonly string[] => [...site.world.alerts.told.keys()].map((key) => key.split(' ')[0] ?? '').toSorted();
const later = async (site: TestSite, ms: number): Promise<number> => {
  site.passMs(ms);
  return site.run(async (session) => deliverDue(session));
};

function settings(site: TestSite, change: Partial<AlertSettings>): void {
  site.put('alerts', { _id: alertSettingsRowId(INSTANCE), instanceId: INSTANCE, ...DEFAULT_ALERTS, ...change });
}

async function meet(site: TestSite): Promise<void> {
  const record = site.writeOnWix('It broke', { rating: 1 });
  await site.runEntrance((opener) => receiveWixEvent(site.event(record), opener));
}

describe('a channel that fails', () => {
  it('fails neither the event nor the others, and is told later, alone', async () => {
    const site = new TestSite();
    site.fail({ call: 'alerts.webhook', how: 'before' });
    await meet(site);
    expect(site.inStore()).toHaveLength(1);
    expect(keys(site)).toEqual(['automation', 'notification']);
    expect(item(site)).toMatchObject({ untold: { webhook: true }, attempts: 1 });
    expect(await later(site, 10_000)).toBe(1);
    expect(keys(site)).toEqual(['automation', 'notification', 'webhook']);
    expect(item(site)).toMatchObject({ untold: {}, dueAtMs: null, attempts: 0 });
    expect(site.calls.filter((call) => call === 'alerts.notification')).toHaveLength(1);
  });

  it('is tried less and less often, and given up in the end', async () => {
    const site = new TestSite();
    for (let n = 1; n <= 12; n += 1) site.fail({ call: 'alerts.webhook', how: 'before', nth: n });
    await meet(site);
    let tries = 0;
    while (item(site).dueAtMs !== null && tries < 20) {
      await later(site, 30 * 3_600_000);
      tries += 1;
    }
    expect(item(site)).toMatchObject({ untold: {}, dueAtMs: null });
    expect(tries).toBe(9);
  });
});

describe('quiet hours', () => {
  it('keep an alert until they end, and lose none', async () => {
    const site = new TestSite();
    // The world begins at midnight.
    settings(site, { quiet: { from: 22, to: 7, timeZone: 'UTC' } });
    await meet(site);
    expect(keys(site)).toEqual([]);
    expect(await later(site, 3_600_000)).toBe(0);
    expect(await later(site, 6 * 3_600_000)).toBe(1);
    expect(keys(site)).toEqual(['automation', 'notification', 'webhook']);
  });
});

describe('an alert whose sender died', () => {
  it('is sent by whoever comes next, under the same key', async () => {
    const site = new TestSite();
    site.fail({ call: 'rows.get', how: 'crash-after', nth: 2 });
    const record = site.writeOnWix('It broke', { rating: 1 });
    await expect(site.runEntrance((opener) => receiveWixEvent(site.event(record), opener))).rejects.toThrow('Died');
    expect(await later(site, 60_000)).toBe(1);
    expect(keys(site)).toEqual(['automation', 'notification', 'webhook']);
    expect(new Set([...site.world.alerts.told.values()].map(({ key }) => key)).size).toBe(1);
  });

  it('is sent by one of several who come next', async () => {
    const site = new TestSite();
    settings(site, { quiet: { from: 22, to: 7, timeZone: 'UTC' } });
    await meet(site);
    site.passMs(8 * 3_600_000);
    settings(site, {});
    const open = async (opener: SessionOpener): Promise<number> => deliverDue(opener.openSite(INSTANCE, new CallBudget(17)));
    await site.runTogether(open, open, open);
    expect(site.calls.filter((call) => call === 'alerts.notification')).toHaveLength(1);
  });
});

it('looks for what is due with one call, and not at all without calls to act on it', async () => {
  const site = new TestSite();
  await site.run(async (session) => deliverDue(session));
  expect(site.calls.filter((call) => call.startsWith('rows.'))).toEqual(['rows.get', 'rows.find']);
  expect(await site.run(async (session) => deliverDue(session), { calls: 5 })).toBe(0);
});

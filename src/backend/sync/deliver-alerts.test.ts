import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { INSTANCE } from '../../../sim/world/world';
import { alertSettingsRowId } from '../../core/link-id';
import { DEFAULT_ALERTS, type AlertSettings } from './alert-port';
import type { AttentionRow } from './attention-row';
import { CallBudget } from './call-budget';
import { deliverDue } from './deliver-alerts';
import { drain } from './drain';
import { followHint } from './follow-hint';
import { receiveHint } from './receive-hint';
import { INVOCATION_CALLS } from './invocation-calls';
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
  const chosen: AlertSettings = { ...DEFAULT_ALERTS, ...change };
  site.put('alerts', { _id: alertSettingsRowId(INSTANCE), instanceId: INSTANCE, ...chosen });
  site.put('connections', { ...site.connection(), alerts: chosen });
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
    site.fail({ call: 'alerts.notification', how: 'crash-after' });
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

describe('when calls run short', () => {
  /** Meets a new review of somebody new in the store, as the store's webhook has it done, with so many calls. */
  async function metInStore(calls: number): Promise<TestSite> {
    const site = new TestSite();
    site.addPerson(2, { contact: false });
    site.writeInStore('It broke', { rating: 2, person: 2 });
    const [product] = site.world.products;
    await site.run(async (session) => followHint(session, await receiveHint(session, product?.store ?? expect.fail('Expected a product'))), { calls });
    return site;
  }

  it('a store review of somebody new to both shops is copied, raised and told at once, all in one invocation', async () => {
    const site = await metInStore(INVOCATION_CALLS);
    expect(site.onWix()).toMatchObject([{ fields: { rating: 2 } }]);
    expect(site.link()).toMatchObject({ state: 'in-step', leaseUntilMs: 0 });
    expect(keys(site)).toEqual(['automation', 'notification']);
    expect(site.hints()).toMatchObject([{ leaseUntilMs: 0, dueAtMs: null }]);
  });

  it('the channel that was left out is told by the echo of the copy, and only that one', async () => {
    const site = await metInStore(INVOCATION_CALLS);
    expect(item(site)).toMatchObject({ untold: { webhook: true }, attempts: 0 });
    expect(item(site).dueAtMs).toBeLessThanOrEqual(site.nowMs);
    const [copy] = site.onWix();
    await site.runEntrance((opener) => receiveWixEvent(site.event(copy ?? expect.fail('Expected a copy'), { ours: true }), opener));
    expect(item(site)).toMatchObject({ untold: {}, dueAtMs: null });
    expect(keys(site)).toEqual(['automation', 'notification', 'webhook']);
    expect(site.calls.filter((call) => call.startsWith('alerts.'))).toEqual(['alerts.notification', 'alerts.automation', 'alerts.webhook']);
  });

  it.each([14, 15, 16])('of %s calls, every channel is told once in the end', async (calls) => {
    const site = await metInStore(calls);
    for (let round = 0; round < 3; round += 1) {
      site.passMs(60_000);
      await site.run(async (session) => drain(session));
      await site.run(async (session) => deliverDue(session));
    }
    expect(keys(site)).toEqual(['automation', 'notification', 'webhook']);
    expect(site.calls.filter((call) => call.startsWith('alerts.'))).toHaveLength(3);
    expect(site.onWix()).toHaveLength(1);
  });
});

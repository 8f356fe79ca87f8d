import { describe, expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { alertSettingsRowId } from '../../core/link-id';
import { DEFAULT_ALERTS, type AlertSettings } from './alert-port';
import { alertSettings, chosenAlerts } from './alert-settings';
import { CallBudget } from './call-budget';

const CHOSEN: AlertSettings = { ...DEFAULT_ALERTS, automation: false, overdueHours: 12 };

function withChoice(): TestSite {
  const site = new TestSite();
  site.put('alerts', { _id: alertSettingsRowId(INSTANCE), instanceId: INSTANCE, ...CHOSEN });
  return site;
}

const readAlone = (site: TestSite): Promise<AlertSettings> => site.runEntrance(async (opener) => alertSettings(opener.openSite(INSTANCE, new CallBudget(1))));

describe('what an owner chose', () => {
  it('is read from its row, without what makes it a row', async () => {
    const site = withChoice();
    expect(await readAlone(site)).toEqual(CHOSEN);
    expect(site.calls).toEqual(['rows.get']);
  });

  it('is the default where nothing was chosen', async () => {
    const site = new TestSite();
    expect(await readAlone(site)).toEqual(DEFAULT_ALERTS);
    expect(await site.runEntrance(async (opener) => chosenAlerts(opener.openSite(INSTANCE, new CallBudget(1))))).toBeNull();
  });

  it('costs no call in a session that has read the connection', async () => {
    const site = withChoice();
    site.put('connections', { ...site.connection(), alerts: CHOSEN });
    expect(await site.run(alertSettings)).toEqual(CHOSEN);
    expect(site.calls).toEqual(['rows.get']);
  });

  it('is the default in a session whose connection has no copy', async () => {
    expect(await new TestSite().run(alertSettings)).toEqual(DEFAULT_ALERTS);
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_ALERTS, type AlertSettings } from '../../sync/alert-port';
import { CallBudget } from '../../sync/call-budget';
import type { SiteSession } from '../../sync/session';
import { connectionRow, fixture, SITE, type Fixture } from '../testing/fixture';
import { keepChoices } from './keep-choices';

const open = (live: Fixture): SiteSession => live.deps.openSite(SITE, new CallBudget(15));
const kept = (live: Fixture): unknown => live.tables.all('alerts')[0];
const copied = (live: Fixture): AlertSettings | null | undefined => live.tables.all('connections')[0]?.alerts;

function connected(): Fixture {
  const live = fixture();
  connectionRow(live);
  return live;
}

/** Another choice falls right after our `patch` of this table. */
function interrupted(live: Fixture, table: string, other: () => Promise<unknown>): SiteSession {
  const site = open(live);
  const patch = site.rows.patch.bind(site.rows);
  let isFirst = true;
  Object.assign(site.rows, {
    patch: async (...given: Parameters<typeof patch>) => {
      const answer = await patch(...given);
      const [name] = given;
      if (isFirst && name === table) {
        isFirst = false;
        await other();
      }
      return answer;
    },
  });
  return site;
}

describe('choices about alerts', () => {
  it('begin from what holds without any', async () => {
    const live = connected();
    await keepChoices(open(live), { notification: false }, {});
    expect(kept(live)).toMatchObject({ ...DEFAULT_ALERTS, notification: false });
    expect(copied(live)).toEqual({ ...DEFAULT_ALERTS, notification: false });
  });

  it.each(['alerts', 'connections'])('made at the same moment are both kept, in the row and in its copy: after %s', async (table) => {
    const live = connected();
    await keepChoices(open(live), { overdueHours: 12 }, {});
    await keepChoices(interrupted(live, table, async () => keepChoices(open(live), { automation: false }, {})), { notification: false }, {});
    const both = { ...DEFAULT_ALERTS, overdueHours: 12, automation: false, notification: false };
    expect(kept(live)).toMatchObject(both);
    expect(copied(live)).toEqual(both);
  });

  it('made at the same moment as the very first are both kept', async () => {
    const live = connected();
    await keepChoices(interrupted(live, 'alerts', async () => keepChoices(open(live), { automation: false }, {})), { notification: false }, {});
    expect(copied(live)).toEqual({ ...DEFAULT_ALERTS, automation: false, notification: false });
  });

  it('leave the others as they are when only the stars are chosen', async () => {
    const live = connected();
    await keepChoices(open(live), { overdueHours: 12 }, {});
    await keepChoices(open(live), {}, { alertBelow: 4 });
    expect(copied(live)).toMatchObject({ overdueHours: 12 });
    expect(live.tables.all('connections')).toMatchObject([{ alertBelow: 4 }]);
  });

  it('give a place that was broken another chance when they are about it, and only then', async () => {
    const broken = { webhook: { code: 'ALERT_REFUSED', sinceMs: 5 } } as const;
    const live = fixture();
    connectionRow(live, { alertTroubles: broken });
    expect((await keepChoices(open(live), { overdueHours: 12 }, {})).connection?.alertTroubles).toEqual(broken);
    expect((await keepChoices(open(live), { webhook: 'sealed' }, {})).connection?.alertTroubles).toEqual({});
    expect(live.tables.all('connections')).toMatchObject([{ alertTroubles: {} }]);
  });
});

import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { troublesAfter, type AlertTroubles, type ChannelEnd } from './alert-troubles';
import { deliverDue } from './deliver-alerts';
import { receiveWixEvent } from './receive-wix-event';

const BROKEN: AlertTroubles = { webhook: { code: 'ALERT_REFUSED', sinceMs: 5 } };
const NOW_MS = 100;

describe('what is known of the places for alerts', () => {
  const cases: readonly (readonly [string, AlertTroubles, readonly ChannelEnd[], AlertTroubles | null])[] = [
    ['an alert was given up', {}, [{ channel: 'webhook', code: 'ALERT_REFUSED' }], { webhook: { code: 'ALERT_REFUSED', sinceMs: NOW_MS } }],
    ['it fails as before', BROKEN, [{ channel: 'webhook', code: 'ALERT_REFUSED' }], null],
    ['it fails in another way, since the first', BROKEN, [{ channel: 'webhook', code: 'ALERT_UNREACHABLE' }], { webhook: { code: 'ALERT_UNREACHABLE', sinceMs: 5 } }],
    ['an alert arrived again', BROKEN, [{ channel: 'webhook', code: null }], {}],
    ['another place works', BROKEN, [{ channel: 'automation', code: null }], null],
    ['another place breaks', BROKEN, [{ channel: 'automation', code: 'WIX_FORBIDDEN' }], { ...BROKEN, automation: { code: 'WIX_FORBIDDEN', sinceMs: NOW_MS } }],
    ['nothing came to an end', BROKEN, [], null],
  ];

  it.each(cases)('%s', (_, before, ends, after) => {
    expect(troublesAfter(before, ends, NOW_MS)).toEqual(after);
  });
});

describe('a place that an alert was given up at', () => {
  const failing = (tries: number): TestSite => {
    const site = new TestSite();
    for (let nth = 1; nth <= tries; nth += 1) site.fail({ call: 'alerts.webhook', how: 'before', nth });
    return site;
  };
  const meet = async (site: TestSite, person = 1): Promise<void> => {
    const record = site.writeOnWix('It broke', { rating: 1, person });
    await site.runEntrance((opener) => receiveWixEvent(site.event(record), opener));
  };
  const goOn = async (site: TestSite, hours: number): Promise<void> => {
    site.passMs(hours * 3_600_000);
    await site.run(async (session) => deliverDue(session));
  };

  it('is not spoken of while the alert is still tried', async () => {
    const site = failing(3);
    await meet(site);
    await goOn(site, 30);
    expect(site.connection().alertTroubles ?? {}).toEqual({});
  });

  it('is kept with its reason once nobody tries any more, until an alert arrives there', async () => {
    const site = failing(10);
    await meet(site);
    for (let n = 0; n < 12; n += 1) await goOn(site, 30);
    expect(site.connection().alertTroubles).toMatchObject({ webhook: { code: expect.any(String) } });
    site.addPerson(2);
    await meet(site, 2);
    expect(site.connection().alertTroubles).toEqual({});
  });
});

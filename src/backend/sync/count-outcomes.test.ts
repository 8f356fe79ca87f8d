import { expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import type { LinkId } from '../../core/ids';
import { countOutcomes } from './count-outcomes';
import { wixBornLink } from './new-link';
import type { LinkRow } from './tables';

function siteWith(...rows: readonly Partial<LinkRow>[]): TestSite {
  const site = new TestSite();
  const row = wixBornLink(INSTANCE, site.event(site.writeOnWix('Fits well')), 0);
  rows.forEach((over, at) => { site.put('links', { ...row, _id: `l${String(at)}` as LinkId, ...over }); });
  return site;
}

it('counts pairs by how they came to be, and leaves out those that are none', async () => {
  const site = siteWith({ outcome: 'matched' }, { outcome: 'matched' }, { outcome: 'created-on-wix' }, { outcome: null });
  expect(await site.run((session) => countOutcomes(session))).toEqual({ matched: 2, 'created-on-wix': 1, 'created-in-store': 0 });
});

it('counts only those it is asked for', async () => {
  const site = siteWith({ outcome: 'created-in-store', state: 'gone' }, { outcome: 'created-in-store', state: 'in-step' });
  expect(await site.run((session) => countOutcomes(session, { state: { not: 'gone' } }))).toMatchObject({ 'created-in-store': 1 });
});

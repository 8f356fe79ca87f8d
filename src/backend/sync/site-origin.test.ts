import { expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { INSTANCE } from '../../../sim/world/world';
import { brandId, type InstanceId } from '../../core/ids';
import { isDuplicate, rememberOrigin } from './site-origin';

const ORIGINAL = brandId<InstanceId>('original');

it('a copy knows that it is one, however often it is told', async () => {
  const site = new TestSite();
  expect(await site.run(isDuplicate)).toBe(false);
  await site.run((session) => rememberOrigin(session, ORIGINAL));
  await site.run((session) => rememberOrigin(session, ORIGINAL));
  expect(await site.run(isDuplicate)).toBe(true);
  expect(site.world.rows.all('origins')).toMatchObject([{ instanceId: INSTANCE, originInstanceId: ORIGINAL }]);
});

it('a copied row, which is kept under its own site’s id, says nothing about the site it came to', async () => {
  const site = new TestSite();
  site.put('origins', { _id: 'the-id-of-another-site', instanceId: ORIGINAL, originInstanceId: brandId<InstanceId>('first') });
  expect(await site.run(isDuplicate)).toBe(false);
  await site.run((session) => rememberOrigin(session, ORIGINAL));
  expect(await site.run(isDuplicate)).toBe(true);
});

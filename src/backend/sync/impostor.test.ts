import { describe, expect, it } from 'vitest';
import { toStoreReview } from '../../../sim/world/store';
import { TestSite } from '../../../test/support/test-site';
import type { ReviewFields } from '../../core/review';
import { claim } from './claim';
import { drain } from './drain';
import { matchPage } from './match-page';
import { receiveWixEvent } from './receive-wix-event';
import { settle } from './settle';
import type { LinkRow } from './tables';
import { walkWix } from './walk-wix';
import { walkFrom } from './walk.fixture';

const WORDS = 'It fits like a glove';

/** A genuine Wix review, and a store review under the same address that says the same and waits for approval, matched by a walk. */
async function impersonated(status: ReviewFields['status'] = 'pending'): Promise<TestSite> {
  const site = new TestSite();
  site.writeOnWix(WORDS);
  await site.run((session) => walkWix(session, null, walkFrom(session.clock.nowMs())));
  const fake = site.writeInStore(WORDS, { status, writtenAt: '2026-05-20T00:00:00Z' });
  await site.run((session) => matchPage(session, [toStoreReview(fake)], new Map(), 1), { calls: 17 });
  expect(site.link()).toMatchObject({ outcome: 'matched', storeReviewId: fake.id });
  site.calls.length = 0;
  return site;
}

async function look(site: TestSite, set: Partial<LinkRow> = {}): Promise<LinkRow> {
  const settled = await site.run(async (session) => settle(session, (await claim(session, site.link(), set)) ?? expect.fail('Expected the link to be free')));
  site.passMs(60_000);
  await site.run(drain);
  return settled;
}

function change(site: TestSite, fields: Partial<ReviewFields>): void {
  for (const record of site.inStore()) site.world.shops.changeInStore(record.id, { fields: { ...record.fields, ...fields } }, false);
}
function bin(site: TestSite): void {
  for (const { id } of site.inStore()) site.world.shops.changeInStore(id, { trashed: true }, false);
}
const onWix = (site: TestSite): readonly ReviewFields[] => site.onWix().map(({ fields }) => fields);
const GENUINE = [expect.objectContaining({ body: WORDS, rating: 4, status: 'published' })];

describe('a store review that repeats a Wix review and waits for approval', () => {
  it('moved to the bin leaves the Wix review, for good: later looks neither delete it nor copy it to the store', async () => {
    const site = await impersonated();
    bin(site);
    expect(await look(site)).toMatchObject({ state: 'skipped', code: 'COUNTERPART_GONE', base: null });
    for (const { id } of site.onWix()) site.world.shops.changeOnWix(id, { title: 'Still mine' }, false);
    await look(site);
    await look(site, { gone: 'store' });
    expect(onWix(site)).toEqual(GENUINE);
    expect(site.writes()).toEqual([]);
  });

  it.each(['pending', 'hidden'] as const)('and is %s leaves the Wix review when it is deleted for good', async (status) => {
    const site = await impersonated(status);
    for (const { id } of site.inStore()) site.world.shops.vanishFromStore(id);
    await look(site, { gone: 'store' });
    expect(onWix(site)).toEqual(GENUINE);
    expect(site.writes()).toEqual([]);
  });

  it('marked as spam does not hide the Wix review', async () => {
    const site = await impersonated();
    change(site, { status: 'hidden' });
    await look(site);
    bin(site);
    await look(site);
    expect(onWix(site)).toEqual(GENUINE);
    expect(site.writes()).toEqual([]);
  });

  it('edited and then approved is another review, which writes nothing over the one on Wix and takes nothing away', async () => {
    const site = await impersonated();
    change(site, { body: 'A fraud, keep away', rating: 1 });
    expect(await look(site)).toMatchObject({ state: 'waiting', code: 'NOT_PUBLISHED' });
    change(site, { status: 'published' });
    expect(await look(site)).toMatchObject({ state: 'skipped', code: 'DIFFERENT_REVIEWS', base: null });
    bin(site);
    await look(site);
    expect(onWix(site)).toEqual(GENUINE);
  });

  it('brings no pictures to the Wix review before it is approved', async () => {
    const site = await impersonated();
    for (const record of site.world.shops.store.values()) record.media = [{ kind: 'image', url: 'https://shop.example/a.jpg' }];
    await look(site);
    expect(site.world.shops.files.asked).toEqual([]);
    change(site, { status: 'published' });
    await look(site);
    expect(site.world.shops.files.asked).toHaveLength(1);
  });

  it('approved as it is counts as the same review: its removal is followed from then on', async () => {
    const site = await impersonated();
    change(site, { status: 'published' });
    expect(await look(site)).toMatchObject({ state: 'in-step', code: null });
    bin(site);
    await look(site);
    expect(site.onWix()).toEqual([]);
  });

  it('follows what becomes of the Wix review', async () => {
    const site = await impersonated();
    for (const { id } of site.onWix()) site.world.shops.deleteOnWix(id, false);
    await look(site, { gone: 'wix' });
    expect(site.inStore()).toEqual([]);
  });
});

describe('a store that refuses a copy because somebody has said the same already', () => {
  it('does not cost the Wix review when the other is moved to the bin', async () => {
    const site = new TestSite();
    site.writeInStore(WORDS, { status: 'pending', writtenAt: '2026-05-20T00:00:00Z' });
    const review = site.writeOnWix(WORDS);
    await site.runEntrance((opener) => receiveWixEvent(site.event(review), opener));
    expect(site.link()).toMatchObject({ outcome: 'matched', state: 'in-step' });
    bin(site);
    await look(site);
    expect(onWix(site)).toEqual(GENUINE);
  });
});

describe('a Wix review that repeats a store review and waits for approval', () => {
  it.each([
    ['deleted', (site: TestSite) => { for (const { id } of site.onWix()) site.world.shops.deleteOnWix(id, false); }],
    ['rejected', (site: TestSite) => { for (const { id } of site.onWix()) site.world.shops.changeOnWix(id, { status: 'hidden' }, false); }],
  ])('leaves the store review when it is %s', async (_what, act) => {
    const site = new TestSite();
    site.writeOnWix(WORDS, { status: 'pending', writtenAt: '2026-05-20T00:00:00Z' });
    await site.run((session) => walkWix(session, null, walkFrom(session.clock.nowMs())));
    const genuine = site.writeInStore(WORDS);
    await site.run((session) => matchPage(session, [toStoreReview(genuine)], new Map(), 1), { calls: 17 });
    act(site);
    await look(site, { gone: 'wix' });
    expect(site.inStore()).toMatchObject([{ fields: { body: WORDS, status: 'published' } }]);
  });
});

describe('a review that was left alone when its copy was deleted', () => {
  it('is not copied there again because it is edited', async () => {
    const site = new TestSite();
    const connection = site.connection();
    site.put('connections', { ...connection, policy: { ...connection.policy, onDelete: 'keep' } });
    const review = site.writeOnWix(WORDS);
    await site.runEntrance((opener) => receiveWixEvent(site.event(review), opener));
    bin(site);
    await look(site);
    for (const { id } of site.onWix()) site.world.shops.changeOnWix(id, { body: 'Runs small' }, false);
    expect(await look(site)).toMatchObject({ state: 'skipped', code: 'COUNTERPART_GONE' });
    expect(site.inStore()).toEqual([]);
  });
});

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../journal';
import { DEADLINE_MS, RETRY_DELAYS_MS } from './event-delivery';
import { PERSON, VISITOR, type Actor } from './identity';
import { reviewWriter } from './review-writer';
import { SITE, testSite, type TestSite } from './test-site';

async function write(site: TestSite, entityId = 'p1', actor: Actor = VISITOR): Promise<string> {
  const contactId = site.wix.world.dataOf(SITE).contactByEmail.get('ann@example.com') ?? (await site.contact('ann@example.com'));
  const draft = { namespace: 'stores', entityId, content: { title: null, body: 'x', rating: 3, media: [] }, author: { contactId, authorName: null }, reviewDate: null };
  return reviewWriter(site.wix.world, SITE).create(draft, actor).id;
}

function claims(jwt: string): { readonly eventType: string; readonly identity?: string; readonly data: string } {
  const payload = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as { data: string };
  return JSON.parse(payload.data) as ReturnType<typeof claims>;
}

const slugs = (site: TestSite) => site.delivered.map(({ slug }) => slug);

async function pass(site: TestSite, byMs: number): Promise<void> {
  site.clock.advance(byMs);
  await site.wix.events.idle();
}

describe('what a change announces', () => {
  it('is created, status changed and published, in that order and numbered', async () => {
    const site = await testSite();
    await write(site);
    await pass(site, 1_000);
    expect(slugs(site)).toEqual(['created', 'moderation_status_changed', 'review_published']);
    const numbers = site.delivered.map(({ jwt }) => (JSON.parse(claims(jwt).data) as { entityEventSequence: string }).entityEventSequence);
    expect(numbers).toEqual(['1', '2', '3']);
  });

  it('says who caused it, unless the switch withholds that', async () => {
    const site = await testSite();
    const id = await write(site);
    site.wix.switches.set({ eventIdentity: 'absent' });
    reviewWriter(site.wix.world, SITE).vote(id, 'helpful', PERSON);
    await pass(site, 1_000);
    expect(site.delivered.map(({ jwt }) => claims(jwt).identity)).toEqual([...Array.from({ length: 3 }, () => expect.stringContaining('ANONYMOUS_VISITOR')), undefined]);
  });

  it.each([['present', true], ['absent', false]] as const)('of a deletion has the entity %s', async (deletedEntity, has) => {
    const site = await testSite({ deletedEntity });
    const id = await write(site);
    reviewWriter(site.wix.world, SITE).remove(id, VISITOR);
    await pass(site, 1_000);
    const last = JSON.parse(claims(site.delivered.at(-1)?.jwt ?? '').data) as { slug: string; entityId: string; deletedEvent: object };
    expect([last.slug, last.entityId, 'deletedEntity' in last.deletedEvent]).toEqual(['deleted', id, has]);
  });

  it('includes installing and removing the app, in the older form', async () => {
    const site = await testSite();
    site.wix.removeApp(SITE);
    await pass(site, 1_000);
    expect(site.delivered.map(({ jwt }) => claims(jwt).eventType)).toEqual(['AppRemoved']);
  });
});

describe('delivery', () => {
  it('retries twelve times over two days and then gives up', async () => {
    const site = await testSite();
    site.answer = () => Promise.resolve(500);
    site.wix.removeApp(SITE);
    await pass(site, 0);
    for (const delayMs of RETRY_DELAYS_MS) {
      const before = site.delivered.length;
      await pass(site, delayMs - 1);
      expect(site.delivered.length).toBe(before);
      await pass(site, 1);
      expect(site.delivered.length).toBe(before + 1);
    }
    expect([site.delivered.length, site.wix.events.pending().length, site.wix.events.history().at(-1)?.outcome]).toEqual([13, 0, 'given-up']);
  });

  it('takes an answer after 1,250 ms, or a crash, for a failure', async () => {
    const site = await testSite();
    site.answer = () => new Promise(() => undefined);
    site.wix.removeApp(SITE);
    site.clock.advance(0);
    site.deadline.advance(DEADLINE_MS);
    await site.wix.events.idle();
    expect(site.wix.events.pending()).toMatchObject([{ attempts: 1 }]);
    site.answer = () => Promise.reject(new Error('crash'));
    await pass(site, RETRY_DELAYS_MS[0] ?? 0);
    expect(site.wix.events.pending()).toMatchObject([{ attempts: 2 }]);
  });

  it('drops what the app has no handler for', async () => {
    const site = await testSite();
    site.answer = () => Promise.resolve('not-subscribed');
    site.wix.removeApp(SITE);
    await pass(site, 0);
    expect([site.wix.events.pending(), site.wix.events.history().at(-1)?.outcome]).toEqual([[], 'not-subscribed']);
  });

  it('repeats, reverses, staggers, delays and loses events by switch', async () => {
    const site = await testSite({ eventCopies: 2, eventOrder: 'reversed' });
    await write(site, 'p1');
    await pass(site, 1_000);
    expect([slugs(site).length, slugs(site)[0]]).toEqual([6, 'review_published']);
    site.wix.switches.set({ eventCopies: 1, eventOrder: 'in-order', eventDelayMs: 60_000 });
    await write(site, 'p2');
    await pass(site, 59_000);
    expect(site.delivered).toHaveLength(6);
    await pass(site, 2_000);
    expect(site.delivered).toHaveLength(9);
    site.wix.switches.set({ eventDelayMs: 0, eventOrder: 'staggered' });
    await write(site, 'p3');
    await pass(site, 1_000);
    const early = site.delivered.length;
    await pass(site, 20_000);
    expect([early < 12, site.delivered.length]).toEqual([true, 12]);
    site.wix.switches.set({ lostEvents: 'all' });
    await write(site, 'p4');
    await pass(site, 100_000);
    expect(site.delivered).toHaveLength(12);
  });

  it('survives a restart: what was pending is delivered by the next process, under the same key', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'wix-')), 'journal.jsonl');
    const first = await testSite({}, openJournal(file));
    first.answer = () => Promise.resolve(503);
    const id = await write(first);
    await pass(first, 1_000);
    first.wix.stop();
    const second = await testSite({}, openJournal(file));
    expect(second.wix.publicKeyPem).toBe(first.wix.publicKeyPem);
    expect(second.wix.world.dataOf(SITE).reviews.get(id)?.review.revision).toBe('1');
    expect(second.wix.events.history().map(({ outcome }) => outcome)).toEqual(['delivered', 'delivered', 'delivered']);
    await expect(write(second)).rejects.toMatchObject({ status: 409 });
  });
});

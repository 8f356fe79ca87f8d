import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { tickBackfill } from './backfill';
import { drain } from './drain';
import { startPreview, tickPreview } from './preview';
import { startBackfill } from './run';
import type { LinkRow } from './tables';

const TICK_CALLS = 15;

/** What one person wrote, and where. */
interface Writing {
  readonly person: number;
  readonly side: 'wix' | 'store';
  readonly product: 1 | 2 | 3;
  readonly body: string;
  readonly status: 'published' | 'pending' | 'hidden';
}

const writing: fc.Arbitrary<Writing> = fc.record({
  person: fc.integer({ min: 2, max: 12 }),
  side: fc.constantFrom('wix', 'store'),
  product: fc.constantFrom(1, 2, 3),
  body: fc.constantFrom('Good', 'Bad', 'It fits', 'It does not'),
  status: fc.constantFrom('published', 'published', 'pending', 'hidden'),
});

const person = fc.record({ contact: fc.boolean(), email: fc.boolean() });

/** Puts writings into the shops; what a shop would not take is left out. */
function shops(writings: readonly Writing[], people: readonly { readonly contact: boolean; readonly email: boolean }[]): TestSite {
  const site = new TestSite();
  site.world.addProduct(2, 'store');
  site.world.addProduct(3, 'wix');
  people.forEach((one, index) => site.addPerson(index + 2, one));
  for (const { person: who, side, product, body, status } of writings) {
    try {
      if (side === 'wix') site.writeOnWix(body, { person: who, product, status });
      else site.writeInStore(body, { person: who, product, status });
    } catch {
      continue;
    }
  }
  return site;
}

async function until(site: TestSite, work: () => Promise<boolean>): Promise<number> {
  for (let ticks = 1; ticks <= 80; ticks += 1) {
    if (await work()) return ticks;
    site.passMs(1_000);
  }
  throw new Error('Expected it to end within 80 ticks');
}

async function look(site: TestSite): Promise<void> {
  await site.run(startPreview, { calls: TICK_CALLS });
  await until(site, async () => (await site.run(tickPreview, { calls: TICK_CALLS }))?.state === 'done');
}

async function walk(site: TestSite): Promise<void> {
  await site.run(startBackfill);
  await until(site, async () => {
    await site.run(async (session) => {
      await tickBackfill(session);
      if (session.budget.has(2)) await drain(session);
    });
    return site.runs()[0]?.state === 'done';
  });
}

const fates = (links: readonly LinkRow[]): readonly string[] => links.map(({ state, code, outcome, birth }) => `${birth}/${state}/${code ?? outcome ?? '-'}`).sort();
const imagined = (site: TestSite): readonly LinkRow[] => site.world.rows.all('previewLinks');

async function foretells(writings: readonly Writing[], people: readonly { readonly contact: boolean; readonly email: boolean }[]): Promise<void> {
  const site = shops(writings, people);
  const before = structuredClone({ wix: site.onWix(), store: site.inStore() });
  await look(site);
  expect({ wix: site.onWix(), store: site.inStore() }).toEqual(before);
  expect(site.links()).toEqual([]);
  const foretold = fates(imagined(site));
  await walk(site);
  expect(foretold).toEqual(fates(site.links()));
}

it('the same words, pending in the store and published on Wix, are one match, foretold as such', async () => {
  const same = { person: 6, product: 1, body: 'It fits' } as const;
  await foretells([{ ...same, side: 'store', status: 'pending' }, { ...same, side: 'wix', status: 'published' }], Array.from({ length: 11 }, () => ({ contact: true, email: true })));
});

it('the same words as spam in the store, which it does not list, are foretold as a copy: the run hears of them from the store and doubles nothing', async () => {
  const same = { person: 6, product: 1, body: 'It fits' } as const;
  const site = shops([{ ...same, side: 'store', status: 'hidden' }, { ...same, side: 'wix', status: 'published' }], Array.from({ length: 11 }, () => ({ contact: true, email: true })));
  await look(site);
  expect(fates(imagined(site))).toEqual(['wix/in-step/created-in-store']);
  await walk(site);
  expect(fates(site.links())).toEqual(['wix/waiting/STORE_REVIEW_DUPLICATE']);
  expect(site.inStore()).toHaveLength(1);
});

/** The one thing a preview cannot know (decision 0048); the test above holds what comes of it. */
function isSaidBySpam(writings: readonly Writing[]): boolean {
  const spam = writings.filter(({ side, status }) => side === 'store' && status === 'hidden');
  return spam.some(({ person: who, product, body }) => writings.some((one) => one.side === 'wix' && one.person === who && one.product === product && one.body === body));
}

const writingsOf = (maxLength: number): fc.Arbitrary<Writing[]> => fc.array(writing, { maxLength }).filter((writings) => !isSaidBySpam(writings));

describe('whatever two shops hold', () => {
  it('a preview foretells what the first run then does, review by review, and writes nothing', async () => {
    await fc.assert(fc.asyncProperty(writingsOf(30), fc.array(person, { minLength: 11, maxLength: 11 }), foretells), { numRuns: 60 });
  }, 60_000);

  it('a preview right after a run finds nothing new, and a preview after a preview finds the same', async () => {
    await fc.assert(fc.asyncProperty(fc.array(writing, { maxLength: 20 }), fc.array(person, { minLength: 11, maxLength: 11 }), async (writings, people) => {
      const site = shops(writings, people);
      await look(site);
      const first = fates(imagined(site));
      await look(site);
      expect(fates(imagined(site))).toEqual(first);
      await walk(site);
      const writes = site.writes().length;
      await look(site);
      expect(imagined(site).filter(({ outcome }) => outcome !== null)).toEqual([]);
      expect(imagined(site)).toHaveLength(site.links().length);
      expect(site.writes()).toHaveLength(writes);
    }), { numRuns: 40 });
  }, 60_000);
});

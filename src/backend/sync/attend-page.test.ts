import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import type { StoreReview } from '../stores/store';
import { attendPage } from './attend-page';
import { loneStoreLink } from './new-link';
import { noWrites, type Writes } from './writes';

const items = (site: TestSite) => site.world.rows.all('attention');

/** Lonely reviews of nobody in particular, all written since the shop was connected. */
function lonely(site: TestSite, ratings: readonly (1 | 2 | 3 | 4 | 5)[]): readonly StoreReview[] {
  return ratings.map((rating, n) => {
    site.addPerson(n + 2, { contact: false, email: false });
    return { ...site.writeInStore(`Review ${String(n)}`, { rating, person: n + 2 }) };
  });
}

async function attend(site: TestSite, reviews: readonly StoreReview[], { calls = 17, reserve = 0 } = {}): Promise<{ readonly complete: boolean; readonly writes: Writes; readonly left: number }> {
  return site.run(async (session) => {
    const writes = noWrites();
    for (const review of reviews) writes.insert.push(loneStoreLink(session.instanceId, review, 'AUTHOR_NO_EMAIL', null, site.nowMs));
    const complete = await attendPage(session, reviews, new Map(), writes, reserve);
    return { complete, writes, left: session.budget.left };
  }, { calls });
}

describe('reviews a walk keeps alone', () => {
  it('raise an item where they are news, and cost nothing where they are not', async () => {
    const site = new TestSite();
    const reviews = lonely(site, [5, 1, 3]);
    const { complete, writes } = await attend(site, reviews);
    expect(complete).toBe(true);
    expect(writes.insert).toHaveLength(3);
    expect(items(site)).toMatchObject([{ rating: 1, storeReviewId: reviews[1]?.id, untold: {} }]);
    expect(site.calls.filter((call) => call.startsWith('rows.'))).toEqual(['rows.get', 'rows.insert', 'rows.patch']);
  });

  it('that there are no calls for are left for the next try, as if they had not been met', async () => {
    const site = new TestSite();
    const reviews = lonely(site, [1, 1, 1, 1, 1, 4]);
    const first = await attend(site, reviews, { calls: 12, reserve: 2 });
    expect(first.complete).toBe(false);
    expect(first.left).toBeGreaterThanOrEqual(3);
    const met = new Set(first.writes.insert.map(({ storeReviewId }) => storeReviewId));
    expect(items(site).every(({ storeReviewId }) => met.has(storeReviewId))).toBe(true);
    expect(met.has(reviews.at(-1)?.id ?? null)).toBe(true);
    const rest = reviews.filter(({ id }) => !met.has(id));
    expect(rest.length).toBeLessThan(reviews.length - 1);
    await attend(site, rest);
    await attend(site, rest);
    expect(items(site)).toHaveLength(5);
  });

  it('make progress with as few calls as it takes at all, and tell their owner later', async () => {
    const site = new TestSite();
    const [review] = lonely(site, [2]);
    const { complete } = await attend(site, review === undefined ? [] : [review], { calls: 5 });
    expect(complete).toBe(true);
    expect(items(site)).toMatchObject([{ state: 'open' }]);
    expect(items(site)[0]?.dueAtMs).not.toBeNull();
  });
});

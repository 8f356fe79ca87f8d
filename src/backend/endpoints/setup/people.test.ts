import { describe, expect, it } from 'vitest';
import { brandId, type ContactId, type Email, type StoreProductId, type StoreReviewId } from '../../../core/ids';
import type { StoreReview } from '../../stores/store';
import { wixReview } from '../testing/fake-reviews';
import { ask, connectionRow, fixture, type Fixture } from '../testing/fixture';
import { getPeople } from './people';
import type { PeopleAnswer } from './setup-types';

const contactId = (id: string): ContactId => brandId<ContactId>(id);
const mail = (name: string): Email => `${name}@example.com` as Email;

function written(id: number, email: Email | null): StoreReview {
  return {
    id: brandId<StoreReviewId>(String(id)), productId: brandId<StoreProductId>('1'), email, writtenAt: '2026-11-20T08:00:00.000Z', trashed: false,
    fields: { title: '', body: 'Good.', rating: 5, author: 'Ada', status: 'published', reply: null },
  };
}

function shop(): Fixture {
  const live = fixture();
  connectionRow(live);
  return live;
}

async function count(live: Fixture): Promise<PeopleAnswer[]> {
  const parts: PeopleAnswer[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const part = (await (await getPeople(ask(`setup/people${query}`, { method: 'GET' }), live.deps, {})).json()) as PeopleAnswer;
    parts.push(part);
    cursor = part.next;
  }
  return parts;
}

describe('GET setup/people', () => {
  it('tells known from new customers and from reviews that name nobody, and answers no address', async () => {
    const live = shop();
    live.contacts.push({ id: contactId('c-ada'), email: mail('ada') }, { id: contactId('c-none'), email: null });
    live.store.reviews = [written(1, mail('ada')), written(2, mail('bob')), written(3, mail('bob')), written(4, null)];
    live.wixReviews.set('a', { ...wixReview('a'), contactId: contactId('c-ada') }).set('b', { ...wixReview('b'), contactId: contactId('c-none') }).set('c', { ...wixReview('c'), contactId: null });
    const [part, ...more] = await count(live);
    expect(more).toEqual([]);
    expect(part).toMatchObject({ known: [expect.any(String)], unknown: [expect.any(String)], anonymous: 1, onWix: ['c-ada'], unreachable: ['c-none'], unreachableReviews: 2, reviews: 7, next: null });
    expect(JSON.stringify(part)).not.toContain('@');
  });

  it('counts shops of thousands in parts that keep to their calls, and writes nothing', async () => {
    const live = shop();
    live.store.reviews = Array.from({ length: 1_500 }, (_, n) => written(n, mail(`p${n % 400}`)));
    for (let n = 0; n < 900; n += 1) live.wixReviews.set(String(n), wixReview(String(n)));
    const parts = await count(live);
    expect(parts.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(2_400);
    expect(new Set(parts.flatMap(({ unknown }) => unknown)).size).toBe(400);
    for (const budget of live.budgets) expect(budget.spent).toBeLessThanOrEqual(15);
    expect(live.tables.all('authors')).toEqual([]);
  });

  it('refuses a cursor of somebody else’s making', async () => {
    expect((await getPeople(ask('setup/people?cursor=elsewhere', { method: 'GET' }), shop().deps, {})).status).toBe(400);
  });
});

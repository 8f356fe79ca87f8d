import { describe, expect, it } from 'vitest';
import type { SwitchChanges } from './switches';
import { SITE, testSite } from './test-site';
import { VISITOR } from './identity';
import { reviewWriter } from './review-writer';

const PATH = '/reviews/v1/reviews';

async function withContact(switches: SwitchChanges = {}) {
  const site = await testSite(switches);
  const contactId = await site.contact('ann@example.com');
  const review = (changes: object = {}) => ({ review: { namespace: 'stores', entityId: 'p1', author: { contactId }, content: { rating: 5, body: 'b' }, ...changes } });
  const create = async (changes?: object) => {
    const answer = await site.call('POST', PATH, review(changes));
    return { status: answer.status, body: answer.body, review: answer.body['review'] as { id: string; revision: string } };
  };
  return { ...site, contactId, create };
}

describe('creating a review', () => {
  it.each([
    ['no author', { author: undefined }],
    ['an unknown author', { author: { contactId: 'aaaaaaaa-0000-4000-8000-00000000dead' } }],
    ['six stars', { content: { rating: 6 } }],
    ['half a star', { content: { rating: 4.5 } }],
    ['a body of 3,001 characters', { content: { rating: 5, body: 'x'.repeat(3001) } }],
    ['an entity id of 37 characters', { entityId: 'x'.repeat(37) }],
    ['another namespace', { namespace: 'blog' }],
    ['eleven pictures', { content: { rating: 5, media: Array.from({ length: 11 }, () => ({ image: { id: 'a' } })) } }],
  ])('is refused with the faulty field for %s', async (_, changes) => {
    const { create } = await withContact();
    const { status, body } = await create(changes);
    expect(status).toBe(400);
    expect(body).toMatchObject({ details: { validationError: { fieldViolations: [expect.objectContaining({ field: expect.stringContaining('review') })] } } });
  });

  it.each([['409-ALREADY_EXISTS', 409], ['409-bare', 409], ['400-bare', 400], ['428-ALREADY_EXISTS', 428]] as const)('twice for one product is refused as %s', async (duplicateReview, status) => {
    const { create } = await withContact({ duplicateReview });
    await create();
    expect((await create()).status).toBe(status);
  });

  it('waits for approval while moderation is on, and is published by approving it', async () => {
    const { create, call } = await withContact({ moderation: 'on' });
    const { review } = await create();
    expect((await call('POST', `${PATH}/query`, { query: {} })).body['reviews']).toEqual([]);
    expect((await call('POST', `${PATH}/count`, { includePrivateReviews: true })).body).toEqual({ count: 1 });
    expect((await call('PATCH', `${PATH}/${review.id}/moderate`, { reviewId: review.id, status: 'APPROVED' })).body).toMatchObject({ review: { revision: '2', publishCount: 1 } });
    expect((await call('GET', `${PATH}/${review.id}`)).status).toBe(200);
  });

  it('is possible again once the earlier one is deleted', async () => {
    const { create, call } = await withContact();
    const { review } = await create();
    await call('DELETE', `${PATH}/${review.id}`);
    expect((await create()).status).toBe(200);
  });
});

describe('changing a review', () => {
  it('keeps its author and refuses another one', async () => {
    const { create, call } = await withContact();
    const { review } = await create();
    const other = { revision: '1', author: { contactId: 'aaaaaaaa-0000-4000-8000-00000000dead' } };
    expect((await call('PATCH', `${PATH}/${review.id}`, { review: other })).status).toBe(400);
  });

  it('refuses apps to touch a visitor’s review when the switch says so', async () => {
    const { wix, call, contactId } = await withContact({ organicUpdates: 'refused' });
    const draft = { namespace: 'stores', entityId: 'p2', content: { title: null, body: 'x', rating: 3, media: [] }, author: { contactId, authorName: null }, reviewDate: null };
    const { id } = reviewWriter(wix.world, SITE).create(draft, VISITOR);
    expect((await call('PATCH', `${PATH}/${id}`, { review: { revision: '1', content: { rating: 1 } } })).status).toBe(403);
    wix.switches.set({ organicUpdates: 'allowed' });
    expect((await call('PATCH', `${PATH}/${id}`, { review: { revision: '1', content: { rating: 1 } } })).status).toBe(200);
  });

  it('sends an edited text back to moderation when the switch says so', async () => {
    const { wix, create, call } = await withContact();
    const { review } = await create();
    wix.switches.set({ moderation: 'on', editModeration: 'waits-again' });
    const { body } = await call('PATCH', `${PATH}/${review.id}`, { review: { revision: '1', content: { body: 'new' } } });
    expect(body).toMatchObject({ review: { moderation: { moderationStatus: 'IN_MODERATION' }, content: { body: 'new', rating: 5 } } });
  });

  it('takes a reply of at most 1,000 characters', async () => {
    const { create, call } = await withContact();
    const { review } = await create();
    expect((await call('PATCH', `${PATH}/${review.id}/reply`, { message: 'x'.repeat(1001) })).status).toBe(400);
    expect((await call('PATCH', `${PATH}/${review.id}/reply`, { message: 'x'.repeat(1000) })).status).toBe(200);
  });
});

describe('querying reviews', () => {
  it.each([
    { filter: { updatedDate: { $gt: '2024-01-01T00:00:00Z' } } },
    { filter: { reviewDate: '2024-01-01T00:00:00Z' } },
    { filter: { 'content.media': { $eq: null } } },
    { filter: { $and: [{ entityId: { $gt: 'a' } }] } },
    { sort: [{ fieldName: 'updatedDate', order: 'ASC' }] },
    { cursorPaging: { limit: 101 } },
    { cursorPaging: { cursor: 'nonsense' } },
  ])('refuses %j, which Wix does not support', async (query) => {
    const { call } = await withContact();
    expect((await call('POST', `${PATH}/query`, { query })).status).toBe(400);
  });

  it('joins conditions by and, or and not', async () => {
    const { create, call } = await withContact();
    for (const [entityId, rating] of [['a', 1], ['b', 3], ['c', 5]] as const) await create({ entityId, content: { rating } });
    const ids = async (filter: object) => ((await call('POST', `${PATH}/query`, { query: { filter } })).body['reviews'] as { entityId: string }[]).map(({ entityId }) => entityId).toSorted();
    expect(await ids({ $and: [{ 'content.rating': { $gte: 2 } }, { $not: { entityId: 'c' } }] })).toEqual(['b']);
    expect(await ids({ $or: [{ 'content.rating': { $lt: 2 } }, { entityId: { $in: ['c', 'z'] } }] })).toEqual(['a', 'c']);
  });

  it('refuses to count too many', async () => {
    const { create, call } = await withContact({ tooManyToCount: 1 });
    await create();
    expect((await call('POST', `${PATH}/count`, {})).body).toMatchObject({ details: { applicationError: { code: 'TOO_MANY_TO_COUNT' } } });
  });
});

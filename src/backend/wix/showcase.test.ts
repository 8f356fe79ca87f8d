import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { brandId, type WixProductId } from '../../core/ids';
import { createShowcase } from './showcase';
import { FakeWix, wireReview } from './testing/fake-wix';

const ALL = { productId: null, minRating: null, limit: 10 } as const;
const image = (id: string, size = {}) => ({ image: { id, url: `https://static.wixstatic.com/media/${id}`, filename: id, ...size } });
const withMedia = (media: readonly unknown[], change = {}) => wireReview({ content: { title: '', body: 'Look', rating: 5, media }, ...change });

describe('what visitors see of a site', () => {
  let wix: FakeWix;
  beforeEach(() => {
    wix = new FakeWix();
    vi.stubGlobal('fetch', wix.fetch);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('asks for the most helpful with one call, for published ones only', async () => {
    wix.answer({ reviews: [wireReview({ foundHelpful: 5, foundUnhelpful: 2, helpfulness: 3, verified: true, reply: { message: 'Thanks' } })], metadata: {} });
    const access = wix.access();
    expect(await createShowcase(access).mostHelpful(ALL)).toEqual([{
      id: 'review-1', author: 'Ann Lee', rating: 4, title: 'Fish & chips', body: 'Good', writtenAt: '2025-12-24T08:00:00.000Z', reply: 'Thanks',
      verified: true, fromStore: true, helpful: 5, unhelpful: 2, helpfulness: 3, files: [],
    }]);
    expect(access.budget.spent).toBe(1);
    expect(wix.sent[0]?.body).toEqual({ query: {
      filter: { namespace: 'stores' }, sort: [{ fieldName: 'helpfulness', order: 'DESC' }, { fieldName: 'createdDate', order: 'DESC' }], cursorPaging: { limit: 10 },
    } });
  });

  it('narrows down to a product and a rating where the question is asked', async () => {
    wix.answer({ reviews: [] });
    await createShowcase(wix.access()).withFiles({ productId: brandId<WixProductId>('p-1'), minRating: 4, limit: 100 });
    expect(wix.sent[0]?.body).toMatchObject({ query: { filter: { namespace: 'stores', entityId: 'p-1', 'content.rating': { $gte: 4 }, 'content.media': { $isEmpty: false } } } });
  });

  it('shows no review that is not published, even if it is told one', async () => {
    wix.answer({ reviews: [wireReview({ moderation: { moderationStatus: 'IN_MODERATION' } }), wireReview({ moderation: undefined })] });
    expect(await createShowcase(wix.access()).mostHelpful(ALL)).toEqual([]);
  });

  it('leaves a file out that cannot be shown, and keeps the others', async () => {
    wix.answer({ reviews: [withMedia([image('good~mv2.jpg', { width: 4, height: 3 }), { image: { url: 'https://evil.example/p.jpg' } }, {}, { video: { id: 'clip_1', url: 'x' } }])] });
    const [review] = await createShowcase(wix.access()).withFiles(ALL);
    expect(review?.files.map(({ kind, id }) => [kind, id])).toEqual([['image', 'good~mv2.jpg'], ['video', 'clip_1']]);
  });

  it('asks the media manager for sizes that are missing, once and in one call', async () => {
    wix.answer({ reviews: [withMedia([image('bare.jpg'), image('bare.jpg'), image('full.jpg', { width: 4, height: 3 })])] })
      .answer({ files: [{ id: 'bare.jpg', media: { image: { image: { id: 'bare.jpg', url: 'https://static.wixstatic.com/media/bare.jpg', width: 640, height: 480 } } } }] });
    const access = wix.access();
    const showcase = createShowcase(access);
    const [review] = await showcase.complete(await showcase.withFiles(ALL));
    expect(review?.files.map(({ width, height }) => [width, height])).toEqual([[640, 480], [640, 480], [4, 3]]);
    expect(wix.sent[1]?.body).toEqual({ fileIds: ['bare.jpg'] });
    expect(access.budget.spent).toBe(2);
  });

  it('learns a video’s size and the picture that stands for it', async () => {
    wix.answer({ reviews: [withMedia([{ video: { id: 'clip_1', url: 'x' } }])] })
      .answer({ files: [{ id: 'clip_1', media: { video: { id: 'clip_1', url: 'x', resolutions: [], posters: [{ id: 'clip_1f000.jpg', url: 'y', width: 1280, height: 720 }] } } }] });
    const showcase = createShowcase(wix.access());
    const [review] = await showcase.complete(await showcase.withFiles(ALL));
    expect(review?.files).toEqual([{ kind: 'video', id: 'clip_1', width: 1280, height: 720, poster: 'clip_1f000.jpg' }]);
  });

  it('asks nothing when nothing is missing, and shows what is known when nobody answers', async () => {
    wix.answer({ reviews: [withMedia([image('full.jpg', { width: 4, height: 3 })])] }).answer({ reviews: [withMedia([image('bare.jpg')])] }).answer({}, 500);
    const showcase = createShowcase(wix.access());
    expect((await showcase.complete(await showcase.withFiles(ALL)))[0]?.files).toHaveLength(1);
    expect((await showcase.complete(await showcase.withFiles(ALL)))[0]?.files).toMatchObject([{ id: 'bare.jpg', width: null }]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { brandId, type WixReviewId } from '../../core/ids';
import { createFilePort } from './files';
import { setMedia } from './set-media';
import { FakeWix } from './testing/fake-wix';

let wix: FakeWix;
beforeEach(() => {
  wix = new FakeWix();
  vi.stubGlobal('fetch', wix.fetch);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const URL = 'https://shop.example/a.jpg';
const pending = { id: 'f1~mv2.jpg', displayName: 'x 1.jpg', operationStatus: 'PENDING', mediaType: 'IMAGE' };
const ready = { ...pending, operationStatus: 'READY', media: { image: { image: { id: 'f1~mv2.jpg', url: 'https://static.wixstatic.com/media/f1~mv2.jpg', width: 20, height: 10 } } } };

describe('the Media Manager of a site', () => {
  it('is asked once for several pictures, and answers in their order, refused ones included', async () => {
    wix.answer({ results: [{ itemMetadata: { originalIndex: 1, success: false, error: { code: 'X' } } }, { itemMetadata: { originalIndex: 0, success: true }, item: pending }] });
    const access = wix.access();
    const files = await createFilePort(access).importFiles([{ url: URL, displayName: 'x 1.jpg' }, { url: `${URL}?2`, displayName: 'x 2.jpg' }]);
    expect(files).toEqual([{ id: 'f1~mv2.jpg', displayName: 'x 1.jpg', state: 'pending', link: null }, null]);
    expect(wix.sent).toEqual([expect.objectContaining({ method: 'POST', path: '/site-media/v1/bulk/files/import-v2' })]);
    expect(wix.sent[0]?.body).toMatchObject({ returnEntity: true, importFileRequests: [{ url: URL, displayName: 'x 1.jpg', mediaType: 'IMAGE' }, { url: `${URL}?2` }] });
    expect(access.budget.spent).toBe(1);
  });

  it.each([
    ['pending', pending, { state: 'pending', link: null }],
    ['ready', ready, { state: 'ready', link: expect.stringMatching(/^wix:image:\/\/v1\/f1~mv2\.jpg.*originWidth=20&originHeight=10$/u) as string }],
    ['ready without a picture yet', { ...pending, operationStatus: 'READY' }, { state: 'pending' }],
    ['failed', { ...pending, operationStatus: 'FAILED' }, { state: 'failed', link: null }],
    ['in the bin', { ...ready, state: 'DELETED' }, { state: 'failed', link: null }],
  ])('tells a file that is %s', async (_, file, expected) => {
    wix.answer({ files: [file] });
    expect(await createFilePort(wix.access()).filesById(['f1~mv2.jpg'])).toMatchObject([expected]);
  });

  it('is searched by name, and deletes for good', async () => {
    wix.answer({ files: [pending] }).answer({});
    const files = createFilePort(wix.access());
    expect(await files.searchFiles('x')).toHaveLength(1);
    await files.deleteFiles(['f1~mv2.jpg']);
    expect(wix.sent.map(({ path }) => path)).toEqual(['/site-media/v1/files/search', '/site-media/v1/bulk/files/delete']);
    expect(wix.sent[0]?.body).toMatchObject({ search: 'x' });
    expect(wix.sent[1]?.body).toMatchObject({ fileIds: ['f1~mv2.jpg'], permanent: true });
  });
});

it('shows pictures by their ids, and sends no other field of the review', async () => {
  const link = 'wix:image://v1/f1~mv2.jpg/a.jpg#originWidth=20&originHeight=10';
  wix.answer({ review: { id: 'w1', entityId: 'p1', revision: '4', content: { media: [{ image: { id: 'f1~mv2.jpg', url: 'https://static.wixstatic.com/media/f1~mv2.jpg', width: 20, height: 10, filename: 'a.jpg' } }] } } });
  const review = await setMedia(wix.access(), brandId<WixReviewId>('w1'), '3', [{ kind: 'image', link }]);
  expect(review).toMatchObject({ revision: '4', media: [{ kind: 'image', link }] });
  const { body } = wix.sent[0] ?? {};
  expect(body).toMatchObject({ review: { revision: '3', content: { media: [{ image: { id: 'f1~mv2.jpg' } }] } } });
  expect(Object.keys((body as { review: { content: object } }).review.content)).toEqual(['media']);
});

import { expect, it } from 'vitest';
import { testSite } from './test-site';

const PATH = '/site-media/v1/files/get-files';

it('tells sizes and posters of the files that reviews show, and leaves out what it does not know', async () => {
  const site = await testSite();
  const contactId = await site.contact('ann@example.com');
  const media = [{ image: { id: 'a~mv2.jpg', width: 640, height: 480 } }, { video: { id: 'clip_1' } }];
  await site.call('POST', '/reviews/v1/reviews', { review: { namespace: 'stores', entityId: 'p1', author: { contactId }, content: { rating: 5, media } } });
  const { status, body } = await site.call('POST', PATH, { fileIds: ['a~mv2.jpg', 'clip_1', 'other.jpg'] });
  expect(status).toBe(200);
  expect(body['files']).toMatchObject([
    { id: 'a~mv2.jpg', mediaType: 'IMAGE', media: { image: { image: { width: 640, height: 480 } } } },
    { id: 'clip_1', mediaType: 'VIDEO', media: { video: { posters: [{ id: 'clip_1f000.jpg', width: 1280 }] } } },
  ]);
});

it.each([{}, { fileIds: [] }, { fileIds: Array.from({ length: 101 }, () => 'a') }])('refuses %o', async (input) => {
  expect((await (await testSite()).call('POST', PATH, input)).status).toBe(400);
});

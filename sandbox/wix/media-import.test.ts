import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { SITE, testSite } from './test-site';

const IMPORT = '/site-media/v1/bulk/files/import-v2';
const photo = { url: 'https://demo-store.example/wp-content/uploads/garment-2.jpg', displayName: 'link picture.jpg', mediaType: 'IMAGE' };
const ask = (url = photo.url) => ({ importFileRequests: [{ ...photo, url }], returnEntity: true });

type Site = Awaited<ReturnType<typeof testSite>>;
interface File { readonly id: string; readonly operationStatus: string; readonly media?: unknown }

async function begun(site: Site, url?: string): Promise<File> {
  const { body } = await site.call('POST', IMPORT, ask(url));
  return (body['results'] as readonly { readonly item: File }[])[0]?.item ?? { id: '', operationStatus: '' };
}

async function look(site: Site, id: string): Promise<readonly File[]> {
  return (await site.call('POST', '/site-media/v1/files/get-files', { fileIds: [id] })).body['files'] as readonly File[];
}

/** Time passes, and what was fetched then has come. */
async function pass(site: Site, ms: number): Promise<void> {
  site.clock.advance(ms);
  await setImmediate();
  await site.wix.events.flush();
}

const told = (site: Site) => site.delivered.map(({ eventType }) => eventType.split('.').at(-1));

it('is pending without a media part, then ready with its size and announced', async () => {
  const site = await testSite();
  const file = await begun(site);
  expect(file).toMatchObject({ operationStatus: 'PENDING' });
  expect(file.media).toBeUndefined();
  await pass(site, 1_500);
  expect(await look(site, file.id)).toMatchObject([{ operationStatus: 'READY', media: { image: { image: { id: file.id, width: 900 } } } }]);
  expect(told(site)).toEqual(['file_descriptor_file_ready']);
});

it.each([['failed', undefined], ['ready', 'https://demo-store.example/wp-content/uploads/broken.jpg']] as const)('fails and says so: switch %s, address %s', async (fileImports, url) => {
  const site = await testSite({ fileImports });
  const file = await begun(site, url);
  await pass(site, 1_500);
  expect(await look(site, file.id)).toMatchObject([{ operationStatus: 'FAILED' }]);
  expect(told(site)).toEqual(['file_descriptor_file_failed']);
});

it.each([['slow', 59_000], ['never', 86_400_000]] as const)('is still pending and untold: switch %s after %i ms', async (fileImports, waitMs) => {
  const site = await testSite({ fileImports });
  const file = await begun(site);
  await pass(site, waitMs);
  expect(await look(site, file.id)).toMatchObject([{ operationStatus: 'PENDING' }]);
  expect(told(site)).toEqual([]);
});

it('makes two files of one address, finds both by name and deletes for good, on this site only', async () => {
  const site = await testSite();
  const [first, second] = [await begun(site), await begun(site)];
  const search = async () => ((await site.call('POST', '/site-media/v1/files/search', { search: 'link', paging: { limit: 100 } })).body['files'] as readonly File[]).map(({ id }) => id);
  expect(new Set(await search())).toEqual(new Set([first.id, second.id]));
  await site.call('POST', '/site-media/v1/bulk/files/delete', { fileIds: [first.id], permanent: true });
  expect(await search()).toEqual([second.id]);
  expect(await look(site, first.id)).toEqual([]);
});

it('keeps the bytes that it was sent, for whoever asks for the file', async () => {
  const site = await testSite();
  const { id } = await begun(site);
  await pass(site, 1_500);
  expect(Buffer.from(site.wix.world.dataOf(SITE).files.get(id)?.content ?? '', 'base64').toString()).toBe('a picture');
});

it.each(['http://demo-store.example/a.jpg', 'not an address'])('refuses %s', async (url) => {
  expect((await (await testSite()).call('POST', IMPORT, ask(url))).status).toBe(400);
});

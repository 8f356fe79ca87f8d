import { describe, expect, it } from 'vitest';
import { SyncError } from '../../core/sync-error';
import { bytes, JPEG, SECRET, segment, tiff, text } from '../photo/photo.fixture';
import type { EndpointDeps } from './endpoint';
import { getPicture } from './picture';
import { ask, fixture, NOW_MS } from './testing/fixture';

const URL_OF_IT = 'https://shop.example/a.jpg';
const PLAIN = bytes(JPEG.start, JPEG.table, JPEG.frame, JPEG.scan, JPEG.end);
const LOCATED = bytes(JPEG.start, segment(0xe1, 'Exif\0\0', tiff()), PLAIN.subarray(2), SECRET);

/** Says what was asked of the store, and with how many calls of ours. */
async function get(answer: BodyInit, { token = URL_OF_IT, method = 'GET', deps = {} }: { readonly token?: string; readonly method?: string; readonly deps?: Partial<EndpointDeps> } = {}): Promise<{ readonly response: Response; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const live = fixture();
  const response = await getPicture(ask(`pictures/${token}`, { method, as: '' }), {
    ...live.deps,
    fetchPicture: async (url) => {
      asked.push(url);
      return new Response(answer);
    },
    ...deps,
  }, { token });
  expect(live.budgets).toEqual([]);
  expect(live.openedWith).toEqual([]);
  return { response, asked };
}

describe('a picture that Wix fetches', () => {
  it('comes from the store without where it was taken', async () => {
    expect(text(LOCATED)).toContain(SECRET);
    const { response, asked } = await get(LOCATED);
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PLAIN);
    expect(asked).toEqual([URL_OF_IT]);
  });

  it('can be nothing but a picture to whoever opens it, and is kept by nobody on the way', async () => {
    const { response } = await get(LOCATED);
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'cache-control': 'no-store' });
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });

  it.each([
    ['a token of somebody else', { token: 'made-up' }],
    ['no token', { token: '' }],
    ['a token that has had its day', { deps: { readPictureToken: async () => ({ url: URL_OF_IT, untilMs: NOW_MS }) } }],
  ])('is refused for %s before the store is asked', async (_, options) => {
    const { response, asked } = await get(LOCATED, options);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'TOKEN_INVALID', field: 'token' } });
    expect(asked).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE'])('is not for %s', async (method) => {
    const { response, asked } = await get(LOCATED, { method });
    expect(response.status).toBe(405);
    expect(asked).toEqual([]);
  });

  it.each([['a page', '<!doctype html><script>alert(1)</script>'], ['a drawing that may run', '<svg xmlns="http://www.w3.org/2000/svg"/>'], ['half a picture', LOCATED.subarray(0, 40)], ['nothing', '']])('is none where the store has %s', async (_, answer) => {
    const { response } = await get(answer);
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ error: { code: 'PICTURE_FAILED', field: 'picture' } });
  });

  it('is not read further than ten megabytes', async () => {
    let read = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const { response } = await get(endless);
    expect(response.status).toBe(400);
    expect(read).toBeLessThan(14);
  });

  it('that the store does not give is told with its code and without its address', async () => {
    const { response } = await get('', { deps: { fetchPicture: () => Promise.reject(new SyncError('PICTURE_FAILED', { got: 'HTTP 404' })) } });
    expect(response.status).toBe(502);
    expect(await response.text()).not.toContain('shop.example');
  });
});

import { describe, expect, it } from 'vitest';
import { fetchPicture } from './fetch-picture';

const HERE = 'https://shop.example/a.jpg';

/** Answers by address; what is not there is not answered at all. */
function network(answers: Readonly<Record<string, Response>>): { readonly fetch: typeof globalThis.fetch; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (input, init) => {
      const url = new Request(input).url;
      expect(init).toMatchObject({ redirect: 'manual' });
      expect(new Headers(init?.headers).has('authorization')).toBe(false);
      asked.push(url);
      return answers[url] ?? Promise.reject(new TypeError('fetch failed'));
    },
  };
}

const moved = (location: string | null): Response => new Response(null, { status: 302, headers: location === null ? {} : { location } });

describe('a picture of a store', () => {
  it('is asked for once, without anybody\'s keys', async () => {
    const { fetch, asked } = network({ [HERE]: new Response('bytes') });
    expect(await (await fetchPicture(fetch, HERE)).text()).toBe('bytes');
    expect(asked).toEqual([HERE]);
  });

  it('is followed to where the store keeps it', async () => {
    const { fetch } = network({ [HERE]: moved('/b.jpg'), 'https://shop.example/b.jpg': moved('https://cdn.example/c.jpg'), 'https://cdn.example/c.jpg': new Response('bytes') });
    expect(await (await fetchPicture(fetch, HERE)).text()).toBe('bytes');
  });

  it.each(['http://shop.example/b.jpg', 'https://10.0.0.7/b.jpg', 'https://169.254.169.254/latest', 'https://localhost/b.jpg', 'https://user:word@shop.example/b.jpg', 'file:///etc/passwd', 'https://shop.example/b.php', 'https://'])('is not followed to %s', async (next) => {
    const { fetch, asked } = network({ [HERE]: moved(next) });
    await expect(fetchPicture(fetch, HERE)).rejects.toMatchObject({ code: 'PICTURE_FAILED' });
    expect(asked).toEqual([HERE]);
  });

  it('is not followed in a circle', async () => {
    const { fetch, asked } = network({ [HERE]: moved(HERE) });
    await expect(fetchPicture(fetch, HERE)).rejects.toMatchObject({ code: 'PICTURE_FAILED', details: { got: 'more than 3 moves' } });
    expect(asked).toHaveLength(4);
  });

  it.each([
    ['is not there', { [HERE]: new Response('', { status: 404 }) }, 'HTTP 404'],
    ['moved to nowhere', { [HERE]: moved(null) }, 'HTTP 302'],
    ['has no answer', {}, 'no answer'],
  ])('that %s is told with a code', async (_, answers, got) => {
    await expect(fetchPicture(network(answers).fetch, HERE)).rejects.toMatchObject({ code: 'PICTURE_FAILED', details: { got } });
  });

  it('at an address that may not be asked is not asked for', async () => {
    const { fetch, asked } = network({});
    await expect(fetchPicture(fetch, 'https://127.0.0.1/a.jpg')).rejects.toMatchObject({ code: 'PICTURE_FAILED' });
    expect(asked).toEqual([]);
  });
});

import type { Answer } from './network';

const BLOG = '<!doctype html><html><head><title>A blog</title></head><body><h1>Nothing here</h1></body></html>';
const WALL = '<!doctype html><html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1></body></html>';

function html(body: string, status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
}

/** As Node and workerd both reject: the reason is in the cause. */
function selfSigned(): never {
  const cause = Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  throw new TypeError('fetch failed', { cause });
}

/** Addresses a merchant may enter that are no shop, each in its own way. Everything else has no answer at all. */
export const STRANGE_HOSTS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['https://self-signed.example', selfSigned],
  ['https://blog.example', () => html(BLOG, 200)],
  ['https://walled.example', () => html(WALL, 403, { 'cf-mitigated': 'challenge' })],
]);

/** The demo store as if its numbers were other people's: another shop that happens to count alike. Only to be read. */
export function strangersStore(store: Answer): Answer {
  return async (request) => {
    if (request.method !== 'GET') return new Response('', { status: 405 });
    const answer = await store(request);
    const headers = new Headers(answer.headers);
    headers.delete('content-length');
    return new Response((await answer.text()).replaceAll('@example.com', '@elsewhere.example'), { status: answer.status, headers });
  };
}

import { pictureUrl } from '../../core/picture-url';
import { SyncError } from '../../core/sync-error';

/** A store that keeps its files elsewhere sends there once, or twice with its own clean-up of addresses. */
const MAX_MOVES = 3;
/** Wix waits for the picture, and asks no second time. */
const TIMEOUT_MS = 8_000;

/** Asks a store for a picture. Every address on the way is looked at like the first. At most 4 calls. */
export async function fetchPicture(fetch: typeof globalThis.fetch, start: string): Promise<Response> {
  let url = pictureUrl(start);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  for (let moves = 0; url !== null && moves <= MAX_MOVES; moves += 1) {
    const response = await ask(fetch, url, signal);
    if (response.ok) return response;
    await response.body?.cancel();
    const next = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || next === null) throw failed(`HTTP ${response.status}`);
    url = URL.canParse(next, url) ? pictureUrl(new URL(next, url).href) : null;
  }
  throw failed(url === null ? 'an address that is not asked for' : `more than ${MAX_MOVES} moves`);
}

async function ask(fetch: typeof globalThis.fetch, url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { redirect: 'manual', signal, headers: { accept: 'image/jpeg, image/png, image/webp, image/gif', 'user-agent': 'ReviewRelay' } });
  } catch {
    throw failed('no answer');
  }
}

function failed(got: string): SyncError {
  return new SyncError('PICTURE_FAILED', { field: 'picture', got, expected: 'a picture at a public address' });
}

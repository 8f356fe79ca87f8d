import { barePhoto } from '../photo/bare-photo';
import { SyncError } from '../../core/sync-error';
import type { Handler } from './endpoint';
import { readBody } from './read-body';
import { methodNotAllowed, respond } from './respond';

/** A file is held in memory two or three times over; phones' photos are two to six. */
const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

/**
 * `GET pictures/[token]`: a store's picture for Wix to keep, without where it was taken. Wix fetches pictures itself, so
 * each comes through here in an invocation of its own and costs the sync no call. Who holds the token can see the
 * picture the store serves to everybody, for a day, and nothing else.
 */
export const getPicture: Handler = (request, deps, { token = '' }) =>
  respond(async () => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowed(request.method, 'GET');
    const claims = await deps.readPictureToken(token);
    if (claims === null || claims.untilMs <= deps.clock.nowMs()) throw new SyncError('TOKEN_INVALID', { field: 'token' });
    const photo = barePhoto(await readBody(await deps.fetchPicture(claims.url), MAX_PICTURE_BYTES));
    if (photo === null) throw new SyncError('PICTURE_FAILED', { field: 'picture', got: 'another kind of file, or half of one', expected: 'a JPEG, PNG, WebP or GIF' });
    // A picture that is a page as well must not become one.
    return new Response(photo.bytes, { headers: { 'content-type': photo.type, 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'cache-control': 'no-store' } });
  });

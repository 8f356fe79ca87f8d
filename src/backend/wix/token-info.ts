import { auth } from '@wix/essentials';
import { SyncError } from '../../core/sync-error';

/** What Wix vouches for about the token of the request at hand. */
export async function tokenInfo() {
  try {
    return await auth.getTokenInfo();
  } catch {
    throw new SyncError('TOKEN_INVALID', { field: 'authorization', got: 'a token Wix does not vouch for' });
  }
}

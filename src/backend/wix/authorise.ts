import { brandId, type InstanceId } from '../../core/ids';
import { SyncError } from '../../core/sync-error';
import { readSecret } from './secrets';
import { tokenInfo } from './token-info';

/**
 * Whose site the caller may manage. Endpoints are public addresses and run with the app's own powers, so this is the
 * only guard: a person logged in to Wix as owner or collaborator (`USER`), through this very app. The instance is the
 * one in the checked token. The call this makes is the platform's overhead and in no budget.
 */
export async function authorise(request: Request): Promise<{ readonly instanceId: InstanceId }> {
  // Without a token the platform would speak for a visitor of a site it picks itself.
  if (!request.headers.has('authorization')) throw new SyncError('TOKEN_INVALID', { field: 'authorization', got: 'nothing' });
  const { active, subjectType, clientId, instanceId } = await tokenInfo();
  if (!active) throw new SyncError('TOKEN_INVALID', { field: 'authorization', got: 'an expired token' });
  if (subjectType !== 'USER') throw new SyncError('NOT_ALLOWED', { got: subjectType, expected: 'USER' });
  if (clientId !== readSecret('WIX_CLIENT_ID')) throw new SyncError('NOT_ALLOWED', { got: 'a token of another app' });
  if (instanceId === undefined || instanceId === '') throw new SyncError('NOT_ALLOWED', { got: 'a token without a site' });
  return { instanceId: brandId<InstanceId>(instanceId) };
}

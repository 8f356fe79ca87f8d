import { brandId, type InstanceId } from '../../core/ids';
import { SyncError } from '../../core/sync-error';
import { readSecret } from './secrets';
import { tokenInfo } from './token-info';

export interface Visitor {
  readonly instanceId: InstanceId;
  /** Tells visitors apart for a while; names nobody. */
  readonly visitor: string;
}

/** An owner sees the site in preview as the person they are. */
const GUESTS = new Set(['VISITOR', 'MEMBER', 'USER']);

/**
 * On whose site the caller is. Anybody on it may read what is published there, and the site is the one in the checked
 * token. The call this makes is the platform's overhead and in no budget.
 */
export async function authoriseVisitor(request: Request): Promise<Visitor> {
  if (!request.headers.has('authorization')) throw new SyncError('TOKEN_INVALID', { field: 'authorization', got: 'nothing' });
  const { active, subjectType, subjectId, clientId, instanceId } = await tokenInfo();
  if (!active) throw new SyncError('TOKEN_INVALID', { field: 'authorization', got: 'an expired token' });
  if (!GUESTS.has(subjectType)) throw new SyncError('NOT_ALLOWED', { got: subjectType, expected: 'VISITOR' });
  if (clientId !== readSecret('WIX_CLIENT_ID')) throw new SyncError('NOT_ALLOWED', { got: 'a token of another app' });
  if (instanceId === undefined || instanceId === '') throw new SyncError('NOT_ALLOWED', { got: 'a token without a site' });
  return { instanceId: brandId<InstanceId>(instanceId), visitor: subjectId };
}

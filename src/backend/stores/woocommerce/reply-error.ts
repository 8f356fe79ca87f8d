import { SyncError } from '../../../core/sync-error';
import type { SyncCode } from '../../../core/sync-code';
import type { Send, WooReply } from './request';

/** WordPress' names for a user or password it does not know. */
const WRONG_PASSWORD: readonly (string | null)[] = ['incorrect_password', 'invalid_username', 'invalid_email', 'invalid_application_password'];

const BY_NAME: ReadonlyMap<string | null, SyncCode> = new Map<string | null, SyncCode>([
  ['rest_comment_invalid_id', 'STORE_REVIEW_GONE'],
  ['rest_already_trashed', 'STORE_REVIEW_GONE'],
  ['rest_comment_invalid_post_id', 'STORE_REVIEW_GONE'],
  ['rest_trash_not_supported', 'CANNOT_DELETE'],
  ['rest_comment_content_invalid', 'STORE_REFUSED'],
  ['comment_content_column_length', 'FIELD_TOO_LONG'],
]);

type Refused = Extract<WooReply, { kind: 'refused' }>;

/**
 * What WordPress' refusal means for replies. A password it ignores (switched off by a plug-in, or the header lost on
 * the way) leaves the caller a stranger, and strangers get a 401 with some other name.
 */
export function replyError({ status, name, error }: Refused): SyncError {
  const code = BY_NAME.get(name) ?? (status === 401 ? (WRONG_PASSWORD.includes(name) ? 'REPLIES_PASSWORD' : 'REPLIES_IGNORED') : status === 403 ? 'REPLIES_FORBIDDEN' : null);
  return code === null ? error : new SyncError(code, { ...error.details, field: 'reply' });
}

export async function answerOf(send: ReturnType<Send>): Promise<Extract<WooReply, { kind: 'answered' }>> {
  const settled = await send;
  if (settled.kind === 'refused') throw replyError(settled);
  return settled;
}

import { z } from 'zod';
import { SyncError } from '../../../core/sync-error';
import { MAX_ITEMS } from './page';
import { parseWire } from './parse-wire';
import { answerOf } from './reply-error';
import type { Send } from './request';

/** Numbers of the users who speak for the shop; the password's own is the first. */
export type ReplyStaff = readonly [number, ...number[]];

const Me = z.object({ id: z.int().positive(), capabilities: z.record(z.string(), z.unknown()).nullish() });
const Users = z.array(z.object({ id: z.int().positive() }));

/**
 * Who the password belongs to, and who else may moderate comments. WordPress tells the second only to users who may list
 * users; then the answers of the password's own user are the shop's and nobody else's. 2 calls. Throws `REPLIES_*`.
 */
export async function checkReplies(send: Send): Promise<ReplyStaff> {
  const { json } = await answerOf(send({ method: 'GET', path: 'users/me', query: { context: 'edit', _fields: 'id,capabilities' } }));
  const me = parseWire(Me, json);
  if (me.capabilities?.['moderate_comments'] !== true) throw new SyncError('REPLIES_FORBIDDEN', { field: 'user' });
  const others = await send({ method: 'GET', path: 'users', query: { capabilities: 'moderate_comments', per_page: String(MAX_ITEMS), _fields: 'id' } });
  const ids = others.kind === 'answered' ? parseWire(Users, others.json).map(({ id }) => id) : [];
  return [me.id, ...ids.filter((id) => id !== me.id)];
}

import type { Hono } from 'hono';
import { OWNER_ID, type AppPassword } from './auth';
import { pickFields, readFields } from './links';
import type { Endpoint, RestHandler } from './rest-endpoint';
import { WpError } from './wp-error';

const PATH = '/wp-json/wp/v2/users';

interface User {
  readonly id: number;
  readonly name: string;
  readonly moderates: boolean;
}

/** WordPress' users, as far as they say who speaks for the shop: who am I, and who may moderate comments. */
export function addUserRoutes(app: Hono, endpoint: Endpoint, appPasswords: readonly AppPassword[]): void {
  const stranger = ['rest_not_logged_in', 'You are not currently logged in.'] as const;
  const users = appPasswords.map(({ user, userId = OWNER_ID, moderates = true }) => ({ id: userId, name: user, moderates }));
  app.get(`${PATH}/me`, endpoint({ allow: 'GET', denied: stranger }, me));
  app.get(PATH, endpoint({ allow: 'GET', denied: ['rest_user_cannot_view', 'Sorry, you are not allowed to list users.'] }, list(users)));
}

const me: RestHandler = ({ caller, params }) => {
  if (caller.kind !== 'user') throw new WpError('rest_not_logged_in', 'You are not currently logged in.', 401);
  return { body: userJson({ id: caller.userId, name: caller.user, moderates: caller.moderates }, params) };
};

/** Filtering by capability needs `list_users`, which owners have and shop managers as well. */
function list(users: readonly User[]): RestHandler {
  return ({ caller, params }) => {
    if (caller.kind !== 'user' || !caller.moderates) throw new WpError('rest_user_cannot_view', 'Sorry, you are not allowed to filter users by role.', 403);
    const found = params['capabilities'] === undefined ? users : users.filter((user) => user.moderates);
    return { body: found.map((user) => userJson(user, params)) };
  };
}

function userJson({ id, name, moderates }: User, params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const capabilities = moderates ? { moderate_comments: true, edit_posts: true, read: true } : { read: true };
  const edit = params['context'] === 'edit' ? { username: name, roles: [moderates ? 'administrator' : 'customer'], capabilities } : {};
  return pickFields({ id, name, url: '', description: '', slug: name, meta: [], ...edit }, readFields(params['_fields']));
}

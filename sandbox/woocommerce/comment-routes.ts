import type { Hono } from 'hono';
import type { Caller } from './auth';
import { COMMENTS_PATH, commentJson } from './comment-json';
import { changeStatus, insertComment, removeComment, saveComment } from './comment-writes';
import { paginate } from './paging';
import { listParam, readParams, textParam, type Args, type Params } from './params';
import { ALLOW_COLLECTION, ALLOW_ITEM, type Endpoint, type RestHandler, type RestRequest } from './rest-endpoint';
import type { CommentRow } from './rows';
import { nowMs, type Site } from './site';
import { WpError } from './wp-error';

const ITEM = `${COMMENTS_PATH}/:id{[0-9]+}`;
const LIST_ARGS: Args = {
  context: { type: 'string', default: 'view', enum: ['view', 'embed', 'edit'] },
  page: { type: 'integer', default: 1, minimum: 1 },
  per_page: { type: 'integer', default: 10, minimum: 1, maximum: 100 },
  order: { type: 'string', default: 'desc', enum: ['asc', 'desc'] },
  offset: { type: 'integer' },
  post: { type: 'array' },
  parent: { type: 'array' },
  author: { type: 'array' },
  include: { type: 'array' },
  exclude: { type: 'array' },
  search: { type: 'string' },
  type: { type: 'string', default: 'comment' },
  status: { type: 'string', default: 'approve' },
};
const STATUS_WORDS = { approve: 'approved', approved: 'approved', hold: 'hold', spam: 'spam', trash: 'trash' } as const;

/** WordPress' own comments: the only way to a shop's reply. Keys of wc/v3 do not work here. */
export function addCommentRoutes(app: Hono, endpoint: Endpoint): void {
  const login = ['rest_comment_login_required', 'Sorry, you must be logged in to comment.'] as const;
  const edit = ['rest_cannot_edit', 'Sorry, you are not allowed to edit this comment.'] as const;
  const remove = ['rest_cannot_delete', 'Sorry, you are not allowed to delete this comment.'] as const;
  app.get(COMMENTS_PATH, endpoint({ allow: ALLOW_COLLECTION, denied: null }, list));
  app.post(COMMENTS_PATH, endpoint({ allow: ALLOW_COLLECTION, denied: login }, create));
  app.get(ITEM, endpoint({ allow: ALLOW_ITEM, denied: null }, get));
  app.on(['POST', 'PUT', 'PATCH'], ITEM, endpoint({ allow: ALLOW_ITEM, denied: edit }, update));
  app.delete(ITEM, endpoint({ allow: ALLOW_ITEM, denied: remove }, removeHandler));
}

const list: RestHandler = (request) => {
  const params = readParams(LIST_ARGS, request.params);
  checkMayRead(request, params);
  const url = `${request.origin}${COMMENTS_PATH}`;
  const page = paginate(findComments(request.site, params), { params, query: request.query, url, args: LIST_ARGS });
  const body = page.items.map((row) => commentJson({ ...request, params }, row));
  // Without a post WordPress cannot tell whether the caller might write, so it says no.
  return { body, headers: page.headers, allow: request.params['post'] === undefined ? 'GET' : ALLOW_COLLECTION };
};

function checkMayRead({ caller }: RestRequest, params: Params): void {
  if (mayModerate(caller)) return;
  // WordPress says 401 to strangers and 403 to users it knows.
  const status = caller.kind === 'user' ? 403 : 401;
  if (params['context'] === 'edit') {
    throw new WpError('rest_forbidden_context', 'Sorry, you are not allowed to edit comments.', status);
  }
  const byAuthor = listParam(params, 'author').length === 0 ? null : 'author';
  const hidden = [byAuthor, params['status'] === 'approve' ? null : 'status', params['type'] === 'comment' ? null : 'type'];
  const forbidden = hidden.filter((name) => name !== null);
  if (forbidden.length === 0) return;
  throw new WpError('rest_forbidden_param', `Query parameter not permitted: ${forbidden.join(', ')}`, status);
}

function mayModerate(caller: Caller): boolean {
  return caller.kind === 'user' && caller.moderates;
}

function findComments(site: Site, params: Params): CommentRow[] {
  const [posts, parents] = [listParam(params, 'post'), listParam(params, 'parent')];
  const authors = listParam(params, 'author');
  const [include, exclude] = [listParam(params, 'include'), listParam(params, 'exclude')];
  const [type, status] = [textParam(params, 'type') ?? 'comment', textParam(params, 'status') ?? 'approve'];
  const search = textParam(params, 'search')?.toLowerCase() ?? '';
  const turn = textParam(params, 'order') === 'asc' ? 1 : -1;
  return site.db.comments
    .all()
    .filter(
      (row) =>
        (type === 'all' || row.type === type) &&
        (status === 'all' ? row.status === 'approved' || row.status === 'hold' : row.status === readStatus(status)) &&
        (posts.length === 0 || posts.includes(row.productId)) &&
        (parents.length === 0 || parents.includes(row.parent)) &&
        (authors.length === 0 || authors.includes(row.userId)) &&
        (include.length === 0 || include.includes(row.id)) &&
        !exclude.includes(row.id) &&
        `${row.author}\n${row.content}`.toLowerCase().includes(search),
    )
    .sort((a, b) => turn * (a.createdMs - b.createdMs || a.id - b.id));
}

const get: RestHandler = (request) => {
  const row = requireComment(request);
  if (!mayModerate(request.caller) && (row.status !== 'approved' || request.params['context'] === 'edit')) {
    throw new WpError('rest_cannot_read', 'Sorry, you are not allowed to read this comment.', request.caller.kind === 'user' ? 403 : 401);
  }
  return { body: commentJson(request, row) };
};

const create: RestHandler = (request) => {
  const { site, params, caller } = request;
  const productId = Number(params['post'] ?? 0);
  if (site.db.products.get(productId) === undefined) {
    throw new WpError('rest_comment_invalid_post_id', 'Sorry, you are not allowed to create this comment without a post.', 403);
  }
  const content = contentOf(params) ?? '';
  if (content === '') throw new WpError('rest_comment_content_invalid', 'Invalid comment content.', 400);
  const [author, userId] = caller.kind === 'user' ? [caller.user, caller.userId] : ['', 0];
  const parent = Number(params['parent'] ?? 0);
  if (saidBefore(site, { productId, parent, author, content })) throw duplicate();
  const row = insertReply(site, { productId, parent, author, content, agent: request.agent, userId });
  const location = `${request.origin}${COMMENTS_PATH}/${row.id}`;
  return { status: 201, body: commentJson(editing(request), row), headers: { location } };
};

const DUPLICATE_MESSAGE = 'Duplicate comment detected; it looks as though you&#8217;ve already said that!';

function duplicate(): WpError {
  return new WpError('comment_duplicate', DUPLICATE_MESSAGE, 409);
}

/** The same words by the same author in answer to the same comment, unless they are in the bin. */
function saidBefore(site: Site, { productId, parent, author, content }: Omit<ReplyInput, 'agent' | 'userId'>): boolean {
  return site.db.comments
    .ofProduct(productId)
    .some((row) => row.parent === parent && row.status !== 'trash' && row.content === content && (row.author === author || row.email === site.ownerEmail));
}

interface ReplyInput {
  readonly productId: number;
  readonly parent: number;
  readonly author: string;
  readonly content: string;
  readonly agent: string;
  readonly userId: number;
}

/** The shop answers: a child comment by a user of the site, approved at once. */
export function insertReply(site: Site, { productId, parent, author, content, agent, userId }: ReplyInput): CommentRow {
  return insertComment(site, {
    productId,
    parent,
    type: 'comment',
    author,
    email: site.ownerEmail,
    url: site.publicUrl,
    agent,
    userId,
    content,
    createdMs: nowMs(site),
    status: 'approved',
    statusBefore: null,
    rating: 0,
    verified: false,
  });
}

const update: RestHandler = (request) => {
  const { site, params } = request;
  const row = requireComment(request);
  if (!mayModerate(request.caller)) throw new WpError('rest_cannot_edit', 'Sorry, you are not allowed to edit this comment.', 403);
  const content = contentOf(params);
  const saved = content === undefined ? row : saveComment(site, { ...row, content });
  const status = readStatus(textParam(params, 'status') ?? '');
  return { body: commentJson(editing(request), status === undefined ? saved : changeStatus(site, saved, status)) };
};

const removeHandler: RestHandler = (request) => {
  const row = requireComment(request);
  if (!mayModerate(request.caller)) throw new WpError('rest_cannot_delete', 'Sorry, you are not allowed to delete this comment.', 403);
  if (['true', '1', true, 1].some((yes) => yes === request.params['force'])) {
    removeComment(request.site, row);
    return { body: { deleted: true, previous: commentJson(editing(request), row) }, allow: null };
  }
  if (row.status === 'trash') throw new WpError('rest_already_trashed', 'The comment has already been trashed.', 410);
  return { body: commentJson(editing(request), changeStatus(request.site, row, 'trash')) };
};

function requireComment({ site, params }: RestRequest): CommentRow {
  const row = site.db.comments.get(Number(params['id']));
  if (row === undefined) throw new WpError('rest_comment_invalid_id', 'Invalid comment ID.', 404);
  return row;
}

function editing(request: RestRequest): RestRequest {
  return { ...request, params: { ...request.params, context: 'edit' } };
}

/** Text comes plain or as `{raw}`. */
function contentOf(params: Params): string | undefined {
  const value = params['content'];
  if (typeof value !== 'object' || value === null) return textParam(params, 'content');
  return 'raw' in value ? String(value.raw) : undefined;
}

function readStatus(word: string): 'approved' | 'hold' | 'spam' | 'trash' | undefined {
  return Object.entries(STATUS_WORDS).find(([name]) => name === word)?.[1];
}

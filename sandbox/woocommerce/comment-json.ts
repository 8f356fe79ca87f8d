import { renderComment } from './autop';
import { itemLinks, pickFields, readFields } from './links';
import type { RestRequest } from './rest-endpoint';
import { avatarUrls } from './review-json';
import type { CommentRow } from './rows';
import { gmtDate, siteDate } from './site';

export const COMMENTS_PATH = '/wp-json/wp/v2/comments';

/** A review or a reply as WordPress itself shows it; the address and the raw text only in `edit` context. */
export function commentJson(request: RestRequest, row: CommentRow): Record<string, unknown> {
  const { site, origin, params } = request;
  const edit = params['context'] === 'edit';
  const product = site.db.products.get(row.productId);
  const fields = {
    id: row.id,
    post: row.productId,
    parent: row.parent,
    author: row.userId,
    author_name: row.author,
    ...(edit ? { author_email: row.email } : {}),
    author_url: row.url,
    ...(edit ? { author_ip: '127.0.0.1', author_user_agent: row.agent } : {}),
    date: siteDate(site, row.createdMs),
    date_gmt: gmtDate(row.createdMs),
    content: { rendered: renderComment(row.content), ...(edit ? { raw: row.content } : {}) },
    link: `${origin}/product/${product?.slug ?? ''}/#comment-${row.id}`,
    status: row.status,
    type: row.type,
    author_avatar_urls: avatarUrls(row.email),
    meta: { _wp_note_status: null },
  };
  return pickFields({ ...fields, _links: commentLinks(request, row) }, readFields(params['_fields']));
}

function commentLinks({ site, origin }: RestRequest, row: CommentRow): Record<string, unknown> {
  const hasReplies = site.db.comments.ofProduct(row.productId).some((other) => other.parent === row.id);
  const api = `${origin}/wp-json/wp/v2`;
  return {
    ...itemLinks(`${origin}${COMMENTS_PATH}`, row.id),
    ...(row.userId === 0 ? {} : { author: [{ embeddable: true, href: `${api}/users/${row.userId}` }] }),
    up: [{ embeddable: true, post_type: 'product', href: `${api}/product/${row.productId}` }],
    ...(hasReplies ? { children: [{ embeddable: true, href: `${api}/comments?parent=${row.id}` }] } : {}),
    ...(row.parent === 0 ? {} : { 'in-reply-to': [{ embeddable: true, href: `${api}/comments/${row.parent}` }] }),
  };
}

import { createHash } from 'node:crypto';
import { autop } from './autop';
import { itemLinks } from './links';
import type { CommentRow } from './rows';
import { gmtDate, siteDate, type Site } from './site';

export type Context = 'view' | 'edit';

/** A review as wc/v3 shows it; `view` makes paragraphs of the text, `edit` gives it raw. */
export function reviewJson(site: Site, origin: string, row: CommentRow, context: Context): Record<string, unknown> {
  const product = site.db.products.get(row.productId);
  return {
    id: row.id,
    date_created: siteDate(site, row.createdMs),
    date_created_gmt: gmtDate(row.createdMs),
    product_id: row.productId,
    product_name: product?.name ?? '',
    product_permalink: product === undefined ? '' : `${origin}/product/${product.slug}/`,
    status: row.status,
    reviewer: row.author,
    reviewer_email: row.email,
    review: context === 'view' ? autop(row.content) : row.content,
    rating: row.rating,
    verified: row.verified,
    reviewer_avatar_urls: avatarUrls(row.email),
    // The field of a review plug-in; WooCommerce itself has none, so without photos the answer is the plain one.
    ...(row.photos === undefined ? {} : { media: row.photos.map((url) => ({ type: 'image', url })) }),
  };
}

export function reviewLinks(origin: string, row: CommentRow): Record<string, unknown> {
  return {
    ...itemLinks(`${origin}/wp-json/wc/v3/products/reviews`, row.id),
    up: [{ href: `${origin}/wp-json/wc/v3/products/${row.productId}` }],
  };
}

export function avatarUrls(email: string): Record<string, string> {
  const address = email.trim().toLowerCase();
  const hash = address === '' ? '' : createHash('sha256').update(address).digest('hex');
  const url = (size: number) => `https://secure.gravatar.com/avatar/${hash}?s=${size}&d=mm&r=g`;
  return { '24': url(24), '48': url(48), '96': url(96) };
}

/** The raw table row that the REST-only hooks hand to their webhooks: texts only, no stars. */
export function commentHookArgument(site: Site, row: CommentRow): Record<string, string> {
  const approved = { approved: '1', hold: '0', spam: 'spam', trash: 'trash' }[row.status];
  return {
    comment_ID: String(row.id),
    comment_post_ID: String(row.productId),
    comment_author: row.author,
    comment_author_email: row.email,
    comment_author_url: row.url,
    comment_author_IP: '127.0.0.1',
    comment_date: siteDate(site, row.createdMs).replace('T', ' '),
    comment_date_gmt: gmtDate(row.createdMs).replace('T', ' '),
    comment_content: row.content,
    comment_karma: '0',
    comment_approved: approved,
    comment_agent: row.agent,
    comment_type: row.type,
    comment_parent: String(row.parent),
    user_id: String(row.userId),
  };
}

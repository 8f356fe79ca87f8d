import { readFileSync } from 'node:fs';
import { Hono, type Context } from 'hono';
import { STATUS_CHANGES } from './comment-writes';
import { layout, type Html } from './demo-layout';
import { productList } from './demo-product-list';
import { photoAddresses, uploadAt } from './demo-photos';
import { productPage, type Draft } from './demo-product-page';
import type { CommentRow, ProductRow } from './rows';
import type { WooStandIn } from './stand-in';

export interface DemoStoreOptions {
  /** Path the pages hang under, e.g. `/store`. */
  readonly basePath?: string;
}

const EMPTY_DRAFT: Draft = { name: '', email: '', rating: '5', text: '', photo: '' };

/** Texts by code, because a notice travels through the address and must not be anybody's words. */
const NOTICES: Readonly<Record<string, string>> = {
  published: 'Thank you. Your review is published.',
  held: 'Thank you. Your review is waiting for approval.',
  edited: 'The review was changed.',
  approved: 'The review is published.',
  hold: 'The review waits for approval.',
  spam: 'The review was marked as spam.',
  unspam: 'The review is no longer spam.',
  trash: 'The review was moved to the trash.',
  untrash: 'The review was restored from the trash.',
  deleted: 'The review was deleted for ever.',
  replied: 'The answer was published.',
  'answer-edited': 'The answer was changed.',
  'answer-deleted': 'The answer was moved to the trash.',
  saved: 'The setting was saved.',
};

/** The demo store as people see it: shopper's pages, with the owner's tools beside each review. */
export function createDemoStorePages(standIn: WooStandIn, { basePath = '/store' }: DemoStoreOptions = {}): Hono {
  const base = basePath.replace(/\/+$/, '');
  const app = new Hono();
  addFiles(app, base);
  addShopperPages(app, base, standIn);
  addOwnerActions(app, base, standIn);
  return app;
}

function addFiles(app: Hono, base: string): void {
  for (const [name, type] of [['demo.css', 'text/css'], ['demo.js', 'text/javascript']] as const) {
    const text = readFileSync(new URL(name, import.meta.url), 'utf8');
    app.get(`${base}/${name}`, (context) => context.body(text, 200, { 'content-type': `${type}; charset=utf-8` }));
  }
  app.get(`${base}/wp-content/uploads/*`, (context) => uploadAt(context.req.path.slice(base.length)) ?? context.notFound());
}

function addShopperPages(app: Hono, base: string, standIn: WooStandIn): void {
  if (base !== '') app.get(base, (context) => context.redirect(`${base}/`));
  app.get(`${base}/`, (context) => {
    const search = context.req.query('q') ?? '';
    const page = Math.max(1, Math.trunc(Number(context.req.query('page') ?? 1)) || 1);
    const products = findProducts(standIn, search);
    return frame(context, base, standIn, 'Products', productList({ basePath: base, products, search, page }));
  });
  app.get(`${base}/product/:slug/`, (context) => showProduct(context, base, standIn, EMPTY_DRAFT, null));
  app.get(`${base}/product/:slug`, (context) => context.redirect(`${base}/product/${context.req.param('slug')}/`));
  app.post(`${base}/product/:slug/review`, async (context) => {
    const form = await readForm(context);
    const draft = { name: form('name'), email: form('email'), rating: form('rating'), text: form('text'), photo: form('photo') };
    const product = findProduct(standIn, context.req.param('slug'));
    const rating = /^[1-5]$/.test(draft.rating) ? Number(draft.rating) : null;
    const outcome = standIn.storefront.submitReview({ ...draft, photos: photoAddresses(standIn.publicUrl, draft.photo), productId: product?.id ?? 0, rating });
    if (outcome.kind === 'refused') return showProduct(context, base, standIn, draft, outcome.reason);
    return context.redirect(`${base}/product/${context.req.param('slug')}/?notice=${outcome.kind}#review-${outcome.row.id}`, 303);
  });
}

function addOwnerActions(app: Hono, base: string, standIn: WooStandIn): void {
  const { storefront } = standIn;
  /** Runs one action on one review and returns to it. */
  const action = (name: string, act: (id: number, form: Form) => string) =>
    app.post(`${base}/admin/review/:id{[0-9]+}/${name}`, async (context) => {
      const id = Number(context.req.param('id'));
      const review = standIn.db.comments.get(id);
      const product = standIn.db.products.get(review?.productId ?? 0);
      if (review?.type !== 'review' || product === undefined) return missing(context, base, standIn);
      const notice = act(id, await readForm(context));
      return context.redirect(`${base}/product/${product.slug}/?notice=${notice}#review-${id}`, 303);
    });
  action('edit', (id, form) => {
    storefront.editReview(id, { text: form('text'), rating: Math.min(5, Math.max(0, Math.trunc(Number(form('rating'))) || 0)) });
    return 'edited';
  });
  action('status', (id, form) => {
    const change = STATUS_CHANGES.find((candidate) => candidate === form('change'));
    if (change !== undefined) storefront.setStatus(id, change);
    return change ?? '';
  });
  action('delete', (id) => {
    storefront.deleteForever(id);
    return 'deleted';
  });
  action('reply', (id, form) => {
    storefront.reply(id, form('text'));
    return 'replied';
  });
  action('edit-reply', (id, form) => {
    const reply = answerOf(standIn, id, form('reply'));
    if (reply !== undefined) storefront.editReply(reply.id, form('text'));
    return 'answer-edited';
  });
  action('delete-reply', (id, form) => {
    const reply = answerOf(standIn, id, form('reply'));
    if (reply !== undefined) storefront.removeReply(reply.id);
    return 'answer-deleted';
  });
  app.post(`${base}/admin/settings`, async (context) => {
    const form = await readForm(context);
    storefront.holdReviews(form('hold') === 'yes');
    const product = findProduct(standIn, form('back'));
    return context.redirect(`${base}/${product === undefined ? '' : `product/${product.slug}/`}?notice=saved`, 303);
  });
}

/** An answer to this very review. */
function answerOf(standIn: WooStandIn, reviewId: number, replyId: string): CommentRow | undefined {
  const row = standIn.db.comments.get(Number(replyId));
  return row?.parent === reviewId ? row : undefined;
}

function showProduct(
  context: Context,
  base: string,
  standIn: WooStandIn,
  draft: Draft,
  refusal: string | null,
): Response | Promise<Response> {
  const product = findProduct(standIn, context.req.param('slug') ?? '');
  if (product === undefined) return missing(context, base, standIn);
  const comments = standIn.db.comments.ofProduct(product.id);
  comments.sort((a, b) => b.createdMs - a.createdMs || b.id - a.id);
  const holdsReviews = standIn.storefront.holdsReviews();
  const body = productPage({ basePath: base, product, comments, holdsReviews, draft, refusal });
  if (refusal !== null) context.status(400);
  return frame(context, base, standIn, product.name, body);
}

function missing(context: Context, base: string, standIn: WooStandIn): Response | Promise<Response> {
  context.status(404);
  return frame(context, base, standIn, 'Not found', productList({ basePath: base, products: [], search: '', page: 1 }));
}

function frame(context: Context, basePath: string, standIn: WooStandIn, title: string, main: Html): Response | Promise<Response> {
  const notice = NOTICES[context.req.query('notice') ?? ''] ?? null;
  const search = context.req.query('q') ?? '';
  return context.html(layout({ basePath, storeName: standIn.title, title, search, notice }, main));
}

function findProducts(standIn: WooStandIn, search: string): ProductRow[] {
  const wanted = search.trim().toLowerCase();
  return standIn.db.products
    .all()
    .filter((row) => row.status === 'publish' && `${row.name} ${row.sku}`.toLowerCase().includes(wanted));
}

function findProduct(standIn: WooStandIn, slug: string): ProductRow | undefined {
  return standIn.db.products.all().find((row) => row.slug === slug && row.status === 'publish');
}

type Form = (name: string) => string;

/** Fields of a posted form; a missing one is empty. */
async function readForm(context: Context): Promise<Form> {
  const form = await context.req.parseBody();
  return (name) => {
    const value = form[name];
    return typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '';
  };
}

import { Hono, type Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { SiteElement } from '../host/manifest';
import type { Frame, Markup } from './layout';
import { pluginsOf, type ProductPageKind } from './product-slots';
import { renderReviews } from './reviews-page';
import type { Done, Shop, ShopProduct } from './shop';
import { renderProduct, renderProducts, type ProductView } from './storefront-pages';

/** Carries what was done across the redirect that follows it. */
const NOTE = 'said';

export interface StorefrontParts {
  readonly frameOf: (c: Context) => Frame;
  readonly shopOf: (frame: Frame) => Shop;
  /** The app's widgets and plugins. */
  readonly elements: readonly SiteElement[];
}

const rating = z.coerce.number().int().min(1).max(5);
const words = z.string().trim();
const editShape = z.object({ rating, title: words.max(200), body: words.min(1).max(5000) });
const writtenShape = editShape.extend({ name: words.min(1).max(80), email: z.email().max(120) });
const replyShape = z.object({ message: words.min(1).max(2000) });
const draftShape = z.record(z.string(), z.string().catch(''));
const pageShape = z.coerce.number().int().min(1).catch(1);

/** A small shop on the Wix side, for people to write, change and moderate reviews in. */
export function createStorefront({ frameOf, shopOf, elements }: StorefrontParts): Hono {
  const app = new Hono({ strict: false });
  const open = (c: Context): { frame: Frame; shop: Shop } => {
    const frame = frameOf(c);
    return { frame, shop: shopOf(frame) };
  };

  const show = (c: Context, view: Omit<ProductView, 'reviews' | 'kind' | 'plugins' | 'query'>, shop: Shop): Markup => {
    const kind: ProductPageKind = c.req.query('product-page') === 'old' ? 'old' : 'new';
    return renderProduct({ ...view, kind, plugins: pluginsOf(elements, kind), query: c.req.query(), reviews: shop.reviews().filter(({ entityId }) => entityId === view.product.id) });
  };

  app.get('/', async (c) => {
    const { frame, shop } = open(c);
    const view = { frame, products: shop.products(), reviews: shop.reviews(), search: (c.req.query('q') ?? '').trim(), page: pageShape.parse(c.req.query('page')) };
    return c.html(await renderProducts(view));
  });

  app.get('/reviews', async (c) => c.html(await renderReviews({ frame: frameOf(c), elements, query: c.req.query() })));

  app.get('/product/:id', async (c) => {
    const { frame, shop } = open(c);
    const product = find(shop, c.req.param('id'));
    if (product === null) return c.notFound();
    const note = deleteCookie(c, NOTE, { path: '/site/' });
    const said: Done | null = note === undefined ? null : { kind: 'done', note };
    return c.html(await show(c, { frame, product, page: pageShape.parse(c.req.query('page')), said, draft: {} }, shop));
  });

  app.post('/product/:id/reviews', async (c) => {
    const { frame, shop } = open(c);
    const product = find(shop, c.req.param('id'));
    if (product === null) return c.notFound();
    const body = await c.req.parseBody();
    const form = writtenShape.safeParse(body);
    const said: Done = form.success ? await shop.write({ ...form.data, productId: product.id }) : refusal(form.error);
    if (said.kind === 'done') return told(c, product, said.note);
    return c.html(await show(c, { frame, product, page: 1, said, draft: draftShape.parse(body) }, shop), 400);
  });

  app.post('/reviews/:id/:act', async (c) => {
    const { frame, shop } = open(c);
    const id = c.req.param('id');
    const review = shop.reviews().find((each) => each.id === id);
    const product = review === undefined ? null : find(shop, review.entityId);
    if (product === null) return c.notFound();
    const said = await act(shop, id, c.req.param('act'), await c.req.parseBody());
    if (said === null) return c.notFound();
    if (said.kind === 'done') return told(c, product, said.note);
    return c.html(await show(c, { frame, product, page: 1, said, draft: {} }, shop), 400);
  });
  return app;
}

/** Redirecting keeps a reload from sending the form again. */
function told(c: Context, product: ShopProduct, note: string): Response {
  setCookie(c, NOTE, note, { path: '/site/', httpOnly: true, sameSite: 'Lax' });
  return c.redirect(`/site/product/${product.id}`, 303);
}

async function act(shop: Shop, id: string, name: string, body: unknown): Promise<Done | null> {
  switch (name) {
    case 'edit': {
      const form = editShape.safeParse(body);
      return form.success ? shop.edit(id, form.data) : refusal(form.error);
    }
    case 'reply': {
      const form = replyShape.safeParse(body);
      return form.success ? shop.reply(id, form.data.message) : refusal(form.error);
    }
    case 'delete':
      return shop.remove(id);
    case 'approve':
      return shop.moderate(id, 'APPROVED');
    case 'reject':
      return shop.moderate(id, 'REJECTED');
    case 'helpful':
      return shop.vote(id);
    default:
      return null;
  }
}

function find(shop: Shop, id: string): ShopProduct | null {
  return shop.products().find((product) => product.id === id) ?? null;
}

function refusal(error: z.ZodError): Done {
  const fields = [...new Set(error.issues.map(({ path }) => String(path[0])))];
  return { kind: 'refused', why: `Please check: ${fields.join(', ')}.` };
}

import { Hono } from 'hono';
import { z } from 'zod';
import { createContact } from './contact-writer';
import { PERSON, VISITOR, type Actor } from './identity';
import { reviewWriter, type ReviewWriter } from './review-writer';
import type { World } from './world';

/** `visitor`: somebody on the storefront. `person`: the merchant, in the dashboard of Wix. */
const actorSchema = z.enum(['visitor', 'person']).default('visitor');
const imageSchema = z.object({ id: z.string(), width: z.number().int().positive(), height: z.number().int().positive() });
const newSchema = z.object({
  entityId: z.string().min(1),
  rating: z.number().int(),
  title: z.string().nullable().default(null),
  body: z.string().nullable().default(null),
  author: z.object({ name: z.string().min(1), email: z.email() }),
  images: z.array(imageSchema).default([]),
  as: actorSchema,
});
const editSchema = z.object({ rating: z.number().int(), title: z.string().nullable(), body: z.string().nullable(), authorName: z.string().nullable() }).partial().extend({ as: actorSchema });
const listSchema = z.object({ entityId: z.string().optional(), offset: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(1_000).default(100) });

const ACTORS: Readonly<Record<z.infer<typeof actorSchema>, Actor>> = { visitor: VISITOR, person: PERSON };

/** Mounted below `/sites/:site/reviews`. Reviews come newest first, unpublished ones included. */
export function reviewControls(world: World): Hono {
  const routes = new Hono<{ Variables: { writer: ReviewWriter; site: string } }>();
  routes.use('*', async (context, next) => {
    const site = context.req.param('site') ?? '';
    if (world.sites.get(site) === undefined) throw new RangeError(`Expected a known site, got ${site}`);
    context.set('site', site);
    context.set('writer', reviewWriter(world, site));
    await next();
  });

  routes.get('/', (context) => {
    const { entityId, offset, limit } = listSchema.parse(context.req.query());
    const all = world.dataOf(context.get('site')).reviews.all().map(({ review }) => review);
    const found = all.filter((review) => entityId === undefined || review.entityId === entityId).toSorted((left, right) => right.createdDate.localeCompare(left.createdDate));
    return context.json({ reviews: found.slice(offset, offset + limit), total: found.length });
  });
  routes.post('/', async (context) => {
    const { as, author, entityId, rating, title, body, images } = newSchema.parse(await context.req.json());
    const contactId = contactOf(world, context.get('site'), author);
    const media = images.map(({ id, width, height }) => ({ image: { id, url: `https://static.wixstatic.com/media/${id}`, width, height, filename: id } }));
    const draft = { namespace: 'stores', entityId, content: { title, body, rating, media }, author: { contactId, authorName: author.name }, reviewDate: null };
    return context.json({ review: context.get('writer').create(draft, ACTORS[as]) });
  });
  routes.patch('/:id', async (context) => {
    const { as, authorName, ...sent } = editSchema.parse(await context.req.json());
    const content = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
    const edits = { ...(Object.keys(content).length === 0 ? {} : { content }), ...(authorName === undefined ? {} : { authorName }) };
    return context.json({ review: context.get('writer').update(context.req.param('id'), null, edits, ACTORS[as]) });
  });
  routes.delete('/:id', (context) => context.json({ review: context.get('writer').remove(context.req.param('id'), ACTORS[actorSchema.parse(context.req.query('as'))]) }));

  routes.post('/:id/moderate', async (context) => {
    const { status } = z.object({ status: z.enum(['APPROVED', 'REJECTED']) }).parse(await context.req.json());
    return context.json({ review: context.get('writer').moderate(context.req.param('id'), status, PERSON) });
  });
  routes.post('/:id/vote', async (context) => {
    const { kind } = z.object({ kind: z.enum(['helpful', 'unhelpful']) }).parse(await context.req.json());
    return context.json({ review: context.get('writer').vote(context.req.param('id'), kind, VISITOR) });
  });
  routes.put('/:id/reply', async (context) => {
    const { message } = z.object({ message: z.string() }).parse(await context.req.json());
    return context.json({ review: context.get('writer').reply(context.req.param('id'), message, PERSON) });
  });
  routes.delete('/:id/reply', (context) => context.json({ review: context.get('writer').reply(context.req.param('id'), null, PERSON) }));
  const mounted = new Hono();
  mounted.route('/', routes);
  return mounted;
}

/** Wix makes a contact of everyone who writes a review. */
function contactOf(world: World, site: string, { name, email }: { readonly name: string; readonly email: string }): string {
  const data = world.dataOf(site);
  const present = data.contactByEmail.get(email.toLowerCase());
  if (present !== undefined) return present;
  const [first, ...rest] = name.split(' ');
  return createContact(world, data, { name: { first, last: rest.join(' ') }, emails: { items: [{ email, tag: 'MAIN', primary: true }] } }, false).id;
}

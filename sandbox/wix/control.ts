import { Hono } from 'hono';
import { z } from 'zod';
import { ApiError } from './api-error';
import { reviewControls } from './control-reviews';
import type { WixStandIn } from './wix-stand-in';

const siteSchema = z.object({
  instanceId: z.guid(),
  displayName: z.string().min(1),
  catalogVersion: z.enum(['V1_CATALOG', 'V3_CATALOG', 'STORES_NOT_INSTALLED']).default('V3_CATALOG'),
  originInstanceId: z.string().nullable().default(null),
});
const siteChangesSchema = z.object({ catalogVersion: siteSchema.shape.catalogVersion, displayName: z.string().min(1) }).partial();

/** What people and tests do to the local Wix: be a visitor, be the merchant, watch, and turn switches. */
export function createWixControl(standIn: WixStandIn): Hono {
  const control = new Hono();
  control.onError((error, context) => {
    if (error instanceof ApiError) return context.json(error.body, error.status);
    if (error instanceof z.ZodError || error instanceof RangeError || error instanceof SyntaxError) return context.json({ message: error.message }, 400);
    console.error('The Wix control failed', error);
    return context.json({ message: 'Internal error' }, 500);
  });

  control.get('/sites', (context) => context.json({ sites: standIn.sites() }));
  control.post('/sites', async (context) => context.json({ site: standIn.installApp(siteSchema.parse(await context.req.json())) }));
  control.patch('/sites/:site', async (context) => {
    const { catalogVersion, displayName } = siteChangesSchema.parse(await context.req.json());
    const changes = { ...(catalogVersion === undefined ? {} : { catalogVersion }), ...(displayName === undefined ? {} : { displayName }) };
    return context.json({ site: standIn.updateSite(context.req.param('site'), changes) });
  });
  control.delete('/sites/:site', (context) => {
    standIn.removeApp(context.req.param('site'));
    return context.json({});
  });
  control.get('/sites/:site/products', (context) => context.json({ products: standIn.world.dataOf(context.req.param('site')).products.all() }));
  control.get('/sites/:site/contacts', (context) => context.json({ contacts: standIn.world.dataOf(context.req.param('site')).contacts.all() }));
  control.route('/sites/:site/reviews', reviewControls(standIn.world));

  control.get('/switches', (context) => context.json({ switches: standIn.switches.get() }));
  control.patch('/switches', async (context) => context.json({ switches: standIn.switches.set(z.record(z.string(), z.unknown()).parse(await context.req.json())) }));

  control.get('/log', (context) => {
    const { instanceId, since } = z.object({ instanceId: z.string().optional(), since: z.coerce.number().default(0) }).parse(context.req.query());
    return context.json({ entries: standIn.log.entries({ since, ...(instanceId === undefined ? {} : { instanceId }) }) });
  });
  control.get('/log/counts', (context) => context.json(standIn.log.counts()));
  control.delete('/log', (context) => {
    standIn.log.clear();
    return context.json({});
  });

  control.get('/events', (context) => context.json({ pending: standIn.events.pending(), history: standIn.events.history() }));
  control.post('/events/flush', async (context) => {
    await standIn.events.flush();
    return context.json({ pending: standIn.events.pending().length });
  });
  control.get('/alerts', (context) => context.json({ alerts: standIn.ownerAlerts() }));
  control.get('/wrong-answers', (context) => context.json({ wrongAnswers: standIn.wrongAnswers() }));
  const app = new Hono();
  app.route('/__wix', control);
  return app;
}

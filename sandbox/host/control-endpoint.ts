import { Hono } from 'hono';
import { z } from 'zod';

/** Objects whose methods the test suites may call from outside, by name. */
export type Controls = Readonly<Record<string, object>>;

const argsShape = z.array(z.unknown());

/**
 * `POST /__control/<object>/<method>` with a JSON array of arguments. It only takes JSON, which no page of another
 * origin can send without asking first.
 */
export function createControlEndpoint(controls: Controls): Hono {
  const app = new Hono();
  app.post('/:object/:method', async (c) => {
    if (!(c.req.header('content-type') ?? '').startsWith('application/json')) return c.json({ error: 'Expected JSON' }, 415);
    const { object, method } = c.req.param();
    const target = Object.hasOwn(controls, object) ? controls[object] : undefined;
    const run: unknown = target !== undefined && !(method in Object.prototype) ? Reflect.get(target, method) : undefined;
    if (typeof run !== 'function') return c.json({ error: `No control named "${object}.${method}"` }, 404);
    const args = argsShape.parse(await c.req.json());
    try {
      const result: unknown = await Reflect.apply(run, target, args);
      return c.json({ result: result ?? null });
    } catch (error) {
      return c.json({ error: error instanceof Error ? error.message : 'failed' }, 400);
    }
  });
  return app;
}

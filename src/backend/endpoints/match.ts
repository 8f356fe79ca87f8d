import { z } from 'zod';
import { brandId, type StoreProductId, type WixProductId } from '../../core/ids';
import { dashboardHandler } from './dashboard-handler';
import { matchByHand } from './match-by-hand';
import { readMatchCursor } from './match-cursor';
import { matchStep } from './match-step';
import { readJson } from './read-json';

const id = z.string('text').trim().min(1, 'an id').max(100, 'an id');

const ByHand = z.strictObject({
  storeProductId: id.transform((text) => brandId<StoreProductId>(text)),
  wixProductId: id.transform((text) => brandId<WixProductId>(text)).nullable(),
});

const All = z.strictObject({ cursor: z.string('text').max(5000, 'a cursor this app answered with').nullable().optional() });

/** `POST sync/match`: `{}` or `{cursor}` compares all products, `{storeProductId, wixProductId}` sets one by hand. */
export const postMatch = dashboardHandler('POST', async ({ request, deps, site }) => {
  const body = await readJson(request, z.union([ByHand, All], 'nothing, a cursor, or a store product with its Wix product'));
  const session = await deps.openSync(site);
  if ('storeProductId' in body) return { product: await matchByHand(deps.engine, site, body) };
  return matchStep({ engine: deps.engine, site, store: session.store }, body.cursor == null ? null : readMatchCursor(body.cursor));
});

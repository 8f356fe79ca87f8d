import { z } from 'zod';
import { brandId, type StoreProductId, type WixProductId } from '../../../core/ids';
import { productRowId } from '../../../core/link-id';
import { outdatePreview } from '../../sync/outdate-preview';
import type { SiteSession } from '../../sync/session';
import type { ProductRow } from '../../sync/tables';
import { dashboardHandler } from '../dashboard-handler';
import { readJson } from '../read-json';
import { VIEW_WHERE } from './product-views';
import type { DecideAnswer } from './setup-types';

/** The same address, or the same name, of no other product: below it a person should look at each. */
const CLOSE = 0.69;
const PER_ROUND = 100;
/** What a round takes, and the preview that it outdates. */
const ROUND_CALLS = 3;
const OUTDATE_CALLS = 1;

const Body = z.union([
  z.strictObject({ action: z.literal('accept-close') }),
  z.strictObject({ action: z.literal('leave-open') }),
  z.strictObject({ action: z.literal('reopen'), storeProductId: z.string().trim().min(1).max(100).transform((text) => brandId<StoreProductId>(text)) }),
], 'accept-close, leave-open, or reopen with a store product');

/** `POST setup/decide`: one step of a decision about many products; as many rounds of 100 as the calls allow. Ask again while there is `more`. */
export const postDecide = dashboardHandler('POST', async ({ request, site }): Promise<DecideAnswer> => {
  const body = await readJson(request, Body);
  switch (body.action) {
    case 'accept-close':
      return rounds(site, acceptClose);
    case 'leave-open':
      return rounds(site, leaveOpen);
    case 'reopen':
      return reopen(site, body.storeProductId);
  }
});

async function rounds(site: SiteSession, round: (site: SiteSession) => Promise<Round>): Promise<DecideAnswer> {
  let sum: DecideAnswer = { done: 0, held: 0, more: true };
  let outdated = false;
  while (sum.more && site.budget.has(ROUND_CALLS + OUTDATE_CALLS)) {
    const { done, held, more, crosses } = await round(site);
    sum = { done: sum.done + done, held: sum.held + held, more };
    outdated ||= crosses;
  }
  if (outdated) await outdatePreview(site, 'products');
  return sum;
}

interface Round extends DecideAnswer {
  /** Whether reviews cross now that did not. */
  readonly crosses: boolean;
}

/** Two products that claim the same counterpart are not decided in bulk: they lose half their confidence and stay. */
async function acceptClose({ rows }: SiteSession): Promise<Round> {
  const page = await rows.find('products', { where: { choice: 'suggested', confidence: { above: CLOSE } }, limit: PER_ROUND, consistent: true });
  const claims = page.rows.flatMap((row): WixProductId[] => (row.wixProductId === null ? [] : [row.wixProductId]));
  if (claims.length === 0) return { done: 0, held: 0, more: false, crosses: false };
  const taken = (await rows.find('products', { where: { wixProductId: [...new Set(claims)], choice: 'accepted' }, limit: 100 })).rows.map(({ wixProductId }) => wixProductId);
  const clear = ({ wixProductId }: ProductRow): boolean => wixProductId !== null && !taken.includes(wixProductId) && claims.filter((claim) => claim === wixProductId).length === 1;
  const patches = page.rows.map((row) => ({
    id: row._id,
    set: clear(row) ? { choice: 'accepted' as const, reason: 'manual' as const } : { confidence: row.confidence / 2 },
  }));
  await rows.patchMany('products', patches);
  const done = page.rows.filter(clear).length;
  return { done, held: page.rows.length - done, more: page.next !== null, crosses: done > 0 };
}

async function leaveOpen({ rows }: SiteSession): Promise<Round> {
  const page = await rows.find('products', { where: VIEW_WHERE.open, limit: PER_ROUND, consistent: true });
  if (page.rows.length > 0) await rows.patchMany('products', page.rows.map(({ _id }) => ({ id: _id, set: { reason: 'manual' as const, confidence: 1 } })));
  return { done: page.rows.length, held: 0, more: page.next !== null, crosses: false };
}

/** Takes a person's choice back: the product is open again, for the next matching or a later decision. */
async function reopen(site: SiteSession, storeProductId: StoreProductId): Promise<DecideAnswer> {
  const { rows, instanceId } = site;
  const id = productRowId(instanceId, storeProductId);
  const before = await rows.get('products', id);
  const result = await rows.patch('products', id, { set: { wixProductId: null, wixName: null, reason: 'none', confidence: 0, choice: 'left' } });
  // What had no counterpart before has none now: that changes nothing of what a run would do.
  if (before?.choice === 'accepted') await outdatePreview(site, 'products');
  return { done: result.kind === 'applied' ? 1 : 0, held: 0, more: false };
}

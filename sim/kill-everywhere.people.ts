import { brandId, type ContactId, type StoreProductId, type WixProductId } from '../src/core/ids';
import type { Policy } from '../src/core/plan-types';
import { DEFAULT_POLICY } from '../src/core/default-policy';
import type { Field, ReviewFields } from '../src/core/review';
import { connectionRowId } from '../src/core/link-id';
import type { Desk } from './kill-everywhere.desk';
import type { StoreRecord, WixRecord } from './world/shop';
import { INSTANCE } from './world/world';

export const WIX_PRODUCT = brandId<WixProductId>('wp1');
export const STORE_PRODUCT = brandId<StoreProductId>('sp1');

/** A second in the middle of 2026 May: who writes on which side writes in another one. */
const onDay = (day: number): string => `2026-05-${String(day).padStart(2, '0')}T00:00:00Z`;

const said = (body: string, over: Partial<ReviewFields>): ReviewFields => ({ title: '', body, rating: 4, author: 'Dana', status: 'published', reply: null, ...over });

/** What a shopper writes; `who` from 0, each with another contact and address. */
export function writeOnWix({ world: { shops, people } }: Desk, who: number, body: string, over: Partial<ReviewFields> = {}, day = who + 1): void {
  shops.createOnWix({ productId: WIX_PRODUCT, contactId: people[who]?.contactId ?? ('' as ContactId), fields: said(body, over), writtenAt: onDay(day), byApp: false });
}

export function writeInStore({ world: { shops, people } }: Desk, who: number, body: string, over: Partial<ReviewFields> = {}, day = who + 11): void {
  shops.createInStore({ productId: STORE_PRODUCT, email: people[who]?.email ?? null, fields: said(body, over), writtenAt: onDay(day), byApp: false });
}

export function editOnWix(desk: Desk, change: Partial<ReviewFields>, body?: string): void {
  for (const { id, fields } of onWix(desk)) if (body === undefined || fields.body === body) desk.world.shops.changeOnWix(id, change, false);
}

export function editInStore(desk: Desk, change: Partial<ReviewFields>, body?: string): void {
  for (const { id, fields } of inStore(desk)) if (body === undefined || fields.body === body) desk.world.shops.changeInStore(id, { fields: { ...fields, ...change } }, false);
}

export function deleteOnWix(desk: Desk, body?: string): void {
  for (const { id, fields } of onWix(desk)) if (body === undefined || fields.body === body) desk.world.shops.deleteOnWix(id, false);
}

export function trashInStore(desk: Desk, body?: string): void {
  for (const { id, fields } of inStore(desk)) if (body === undefined || fields.body === body) desk.world.shops.changeInStore(id, { trashed: true }, false);
}

export function onWix({ world }: Desk): WixRecord[] {
  return [...world.shops.wix.values()];
}

/** The bin left out. */
export function inStore({ world }: Desk): StoreRecord[] {
  return [...world.shops.store.values()].filter(({ trashed }) => !trashed);
}

export function choose({ world }: Desk, policy: Partial<Policy>): void {
  const _id = connectionRowId(INSTANCE);
  const row = world.rows.all('connections')[0];
  if (row !== undefined) world.rows.table('connections').set(_id, { ...row, policy: { ...DEFAULT_POLICY, ...policy } });
}

/** Reviews of either shop in which `field` is not `value`. */
export function without(desk: Desk, field: Field, value: ReviewFields[Field]): string[] {
  return [...onWix(desk), ...inStore(desk)].filter(({ fields }) => fields[field] !== value).map(({ id, fields }) => `${id}: ${field} is ${JSON.stringify(fields[field])}`);
}

import { ALERT_CHANNELS } from '../src/backend/sync/alert-port';
import { attentionRowId, type AttentionRow } from '../src/backend/sync/attention-row';
import { thresholdOf } from '../src/backend/sync/note-attention';
import type { LinkRow } from '../src/backend/sync/tables';
import { connectionRowId } from '../src/core/link-id';
import type { World } from './world/world';

/**
 * What is wrong with the alerts of a world at rest. Nobody answers or decides in it, so every unhappy review that is on
 * both sides lies open on the desk, nothing else does, and each crossing was told once in every place.
 */
export function alertProblems(world: World): readonly string[] {
  const items = world.rows.all('attention');
  return [...items.flatMap((item) => [...wronglyTold(world, item), ...wronglyOpen(world, item)]), ...world.rows.all('links').flatMap((link) => missed(world, items, link) ?? []), ...strangers(world, items)];
}

/** A crossing that closed by itself before anybody could be told of it is no loss; the one that is open is. */
function wronglyTold(world: World, { _id, state, crossings, untold }: AttentionRow): readonly string[] {
  if (state !== 'open') return [];
  const missing = ALERT_CHANNELS.filter((channel) => !world.alerts.told.has(`${channel} ${_id}.${String(crossings)}`));
  return missing.length === 0 ? [] : [`item ${_id.slice(0, 6)}: open, and ${missing.join(', ')} never heard of it (left: ${Object.keys(untold).join(', ')})`];
}

function wronglyOpen(world: World, item: AttentionRow): readonly string[] {
  const links = world.rows.all('links');
  const link = links.find(({ _id }) => _id === item.linkId) ?? links.find(({ storeReviewId }) => storeReviewId !== null && storeReviewId === item.storeReviewId);
  // Limits: one that was raised over a rival of the pair, which went to the bin since; and one whose raiser died before it
  // wrote a lonely review's row, which was edited up before anybody wrote it. Both stay until their owner looks at them.
  if (link !== undefined && (link.storeReviewId !== item.storeReviewId || (link.timeline[0]?.atMs ?? 0) > item.raisedAtMs)) return [];
  const rating = lowest(world, item);
  return item.state === 'open' && rating !== null && rating >= below(world) ? [`item ${item._id.slice(0, 6)}: open with ${String(rating)} stars`] : [];
}

function missed(world: World, items: readonly AttentionRow[], link: LinkRow): string | null {
  const rating = lowest(world, link);
  if (link.state !== 'in-step' || rating === null || rating >= below(world)) return null;
  const item = items.find(({ _id }) => _id === attentionRowId(world.instance, link));
  return item?.state === 'open' ? null : `${String(link.wixReviewId)}/${String(link.storeReviewId)}: ${String(rating)} stars, and ${item === undefined ? 'no item' : item.state}`;
}

/** Alerts that no crossing accounts for. */
function strangers(world: World, items: readonly AttentionRow[]): readonly string[] {
  const accounted = new Map(items.map(({ _id, crossings }) => [_id, crossings]));
  return [...world.alerts.told.values()].flatMap(({ key, itemId }) => (Number(key.slice(itemId.length + 1)) <= (accounted.get(itemId) ?? 0) ? [] : [`alert ${key.slice(0, 6)} has no crossing`]));
}

function lowest(world: World, { wixReviewId, storeReviewId }: Pick<LinkRow, 'wixReviewId' | 'storeReviewId'>): number | null {
  const [wix, store] = [wixReviewId === null ? undefined : world.shops.wix.get(wixReviewId), storeReviewId === null ? undefined : world.shops.store.get(storeReviewId)];
  const ratings = [wix?.fields.rating ?? [], store === undefined || store.trashed ? [] : (store.fields.rating ?? [])].flat();
  return ratings.length === 0 ? null : Math.min(...ratings);
}

function below(world: World): number {
  const connection = world.rows.all('connections').find(({ _id }) => _id === connectionRowId(world.instance));
  return connection === undefined ? 0 : thresholdOf({ connection });
}

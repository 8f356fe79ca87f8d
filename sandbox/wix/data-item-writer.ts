import { conditionFailed, itemExists, itemMissing, itemTooLarge } from './data-errors';
import { applyPatch, type FieldModification } from './data-patch';
import type { Collection, DataItem } from './data-store';
import { matches } from './filter';
import type { Json } from './json';
import { nowIso, type World } from './world';

const MAX_ITEM_BYTES = 500 * 1024;

export interface SentItem {
  readonly id?: string | undefined;
  readonly data: Readonly<Record<string, Json>>;
}

/** `undefined` when there is no condition. */
type Condition = unknown;

export interface DataItemWriter {
  insert(sent: SentItem): DataItem;
  save(sent: SentItem): { readonly action: 'INSERTED' | 'UPDATED'; readonly item: DataItem };
  /** Replaces the whole item. */
  update(sent: SentItem, condition: Condition): DataItem;
  patch(id: string, modifications: readonly FieldModification[], condition: Condition): DataItem;
  remove(id: string, condition: Condition): DataItem;
}

export function dataItemWriter(world: World, collection: Collection, ownerId: string): DataItemWriter {
  const require = (id: string): DataItem => {
    const item = collection.primary.get(id);
    if (item === undefined) throw itemMissing(id);
    return item;
  };
  /** Wix does not say what a failed condition answers: an error, or the item as it is. */
  const holds = (item: DataItem, condition: Condition): boolean => {
    if (condition === undefined || matches(condition, item.data)) return true;
    if (world.switches.get().failedCondition === 'silent') return false;
    throw conditionFailed(item.id);
  };
  const write = (id: string, data: DataItem['data'], before: DataItem | undefined): DataItem => {
    const now = { $date: nowIso(world) };
    const system = { _id: id, _createdDate: before?.data['_createdDate'] ?? now, _updatedDate: now, _owner: before?.data['_owner'] ?? ownerId };
    const item: DataItem = { id, data: { ...data, ...system } };
    if (Buffer.byteLength(JSON.stringify(item.data)) > MAX_ITEM_BYTES) throw itemTooLarge();
    collection.put(item);
    return item;
  };
  const idOf = (sent: SentItem): string => sent.id ?? (typeof sent.data['_id'] === 'string' ? sent.data['_id'] : world.newId());

  return {
    insert(sent) {
      const id = idOf(sent);
      if (collection.primary.get(id) !== undefined) throw itemExists(id);
      return write(id, sent.data, undefined);
    },
    save(sent) {
      const id = idOf(sent);
      const before = collection.primary.get(id);
      return { action: before === undefined ? 'INSERTED' : 'UPDATED', item: write(id, sent.data, before) };
    },
    update(sent, condition) {
      const before = require(idOf(sent));
      return holds(before, condition) ? write(before.id, sent.data, before) : before;
    },
    patch(id, modifications, condition) {
      const before = require(id);
      return holds(before, condition) ? write(id, applyPatch(before.data, modifications), before) : before;
    },
    remove(id, condition) {
      const before = require(id);
      if (holds(before, condition)) collection.delete(id);
      return before;
    },
  };
}

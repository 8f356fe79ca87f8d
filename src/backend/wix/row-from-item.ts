import type { InstanceId } from '../../core/ids';
import { COLLECTIONS } from '../collections/collections';
import type { TableName, Tables } from '../sync/tables';

/**
 * One of our rows as Wix Data returns it, without Wix's own fields; `null` when it belongs to another instance. A field
 * the row lacks (it is older than the field) reads as `null`.
 */
export function rowFromItem<N extends TableName>(table: N, item: unknown, instanceId: InstanceId): Tables[N] | null {
  if (typeof item !== 'object' || item === null || Reflect.get(item, 'instanceId') !== instanceId) return null;
  const keys = ['_id', ...COLLECTIONS[table].fields.map(({ key }) => key)];
  // Only this app writes these rows, and it writes whole ones: the table is the shape.
  return Object.fromEntries(keys.map((key) => [key, Reflect.get(item, key) ?? null])) as unknown as Tables[N];
}

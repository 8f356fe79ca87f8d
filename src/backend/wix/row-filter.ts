import type { InstanceId } from '../../core/ids';
import type { Where } from '../sync/rows';

/** Our conditions in Wix Data's words, on this site's own rows. A duplicated site brings along foreign ones. */
export function rowFilter<T>(where: Where<T>, instanceId: InstanceId, either: readonly Where<T>[] = []): Record<string, unknown> {
  return { instanceId, ...conditionsOf(where), ...(either.length === 0 ? {} : { $or: either.map((one) => conditionsOf(one)) }) };
}

function conditionsOf<T>(where: Where<T>): Record<string, unknown> {
  const conditions = Object.entries(where).filter(([, condition]) => condition !== undefined);
  return Object.fromEntries(conditions.map(([field, condition]) => [field, conditionOf(condition)]));
}

function conditionOf(condition: unknown): unknown {
  if (Array.isArray(condition)) return { $hasSome: condition };
  if (typeof condition !== 'object' || condition === null) return condition;
  if ('not' in condition) return { $ne: condition.not };
  if ('contains' in condition) return { $contains: condition.contains };
  if ('above' in condition) return { $gt: condition.above };
  return 'atMost' in condition ? { $lte: condition.atMost } : condition;
}

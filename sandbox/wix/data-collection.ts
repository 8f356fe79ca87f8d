import { z } from 'zod';
import { accessDenied, collectionMissing } from './data-errors';
import type { Collection, DataItem } from './data-store';
import type { JsonObject } from './json';
import { toJson, type Call } from './route';
import { parseInput } from './validate';
import type { World } from './world';

const namedSchema = z.looseObject({ dataCollectionId: z.string().min(1) });

export interface OpenCollection {
  readonly name: string;
  readonly collection: Collection;
}

/** The collection a request names. All collections of the app are PRIVILEGED: only the app itself gets in. */
export function openCollection(world: World, call: Call): OpenCollection {
  const { dataCollectionId: name } = parseInput(namedSchema, call.input);
  if (!world.collectionNames.has(name)) throw collectionMissing(name);
  if (call.caller.subjectType !== 'APP') throw accessDenied(name);
  return { name, collection: call.data.collections.open(name) };
}

export function toWireItem(name: string, item: DataItem): JsonObject {
  return { id: item.id, dataCollectionId: name, data: toJson(item.data) };
}

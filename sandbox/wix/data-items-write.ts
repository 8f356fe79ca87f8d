import { z } from 'zod';
import { openCollection, toWireItem } from './data-collection';
import { fieldModificationSchema } from './data-patch';
import { ITEMS_PATH } from './data-items-read';
import { dataItemWriter, type DataItemWriter } from './data-item-writer';
import { ANYONE, type Call, type Route } from './route';
import { parseInput } from './validate';
import type { World } from './world';
import type { JsonObject } from './json';

export const sentItemSchema = z.object({ id: z.string().min(1).optional(), data: z.record(z.string(), z.json()) });
export const conditionSchema = z.object({ filter: z.unknown() }).nullish();
export const patchSchema = z.object({ dataItemId: z.string().min(1), fieldModifications: z.array(fieldModificationSchema).min(1) });

const itemRequest = z.object({ dataItem: sentItemSchema, condition: conditionSchema });
const patchRequest = z.object({ patch: patchSchema, condition: conditionSchema });
const removeRequest = z.object({ dataItemId: z.string().min(1), condition: conditionSchema });

export function dataWriteRoutes(world: World): readonly Route[] {
  const route = (path: string, act: (writer: DataItemWriter, call: Call, name: string) => JsonObject): Route => ({
    method: 'POST',
    path,
    access: 'write',
    subjects: ANYONE,
    handle(call) {
      const { name, collection } = openCollection(world, call);
      return act(dataItemWriter(world, collection, call.caller.subjectId), call, name);
    },
  });
  return [
    route(ITEMS_PATH, (writer, call, name) => ({ dataItem: toWireItem(name, writer.insert(parseInput(itemRequest, call.input).dataItem)) })),
    route(`${ITEMS_PATH}/save`, (writer, call, name) => {
      const { action, item } = writer.save(parseInput(itemRequest, call.input).dataItem);
      return { action, dataItem: toWireItem(name, item) };
    }),
    route(`${ITEMS_PATH}/update`, (writer, call, name) => {
      const { dataItem, condition } = parseInput(itemRequest, call.input);
      return { dataItem: toWireItem(name, writer.update(dataItem, condition?.filter)) };
    }),
    route(`${ITEMS_PATH}/patch`, (writer, call, name) => {
      const { patch, condition } = parseInput(patchRequest, call.input);
      return { dataItem: toWireItem(name, writer.patch(patch.dataItemId, patch.fieldModifications, condition?.filter)) };
    }),
    route(`${ITEMS_PATH}/remove`, (writer, call, name) => {
      const { dataItemId, condition } = parseInput(removeRequest, call.input);
      return { dataItem: toWireItem(name, writer.remove(dataItemId, condition?.filter)) };
    }),
  ];
}

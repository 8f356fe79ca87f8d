import { z } from 'zod';
import { openCollection, toWireItem } from './data-collection';
import { dataItemWriter, type DataItemWriter } from './data-item-writer';
import { conditionSchema, patchSchema, sentItemSchema } from './data-items-write';
import type { DataItem } from './data-store';
import { itemError } from './item-error';
import type { Json, JsonObject } from './json';
import { ANYONE, type Call, type Route } from './route';
import { parseInput } from './validate';
import type { World } from './world';

const PATH = '/wix-data/v2/bulk/items';
const MAX_ITEMS = 1_000;

const common = { condition: conditionSchema, returnEntity: z.boolean().default(false) };
const itemsRequest = z.object({ dataItems: z.array(sentItemSchema).min(1).max(MAX_ITEMS), ...common });
const patchesRequest = z.object({ patches: z.array(patchSchema).min(1).max(MAX_ITEMS), ...common });
const removesRequest = z.object({ dataItemIds: z.array(z.string().min(1)).min(1).max(MAX_ITEMS), ...common });

type Action = 'INSERT' | 'UPDATE' | 'PATCH' | 'DELETE';
type Step = () => { readonly action: Action; readonly item: DataItem };

interface Plan {
  readonly action: Action;
  readonly returnEntity: boolean;
  readonly steps: readonly { readonly id: string | undefined; readonly run: Step }[];
}

export function dataBulkRoutes(world: World): readonly Route[] {
  const route = (verb: string, plan: (writer: DataItemWriter, input: unknown) => Plan): Route => ({
    method: 'POST',
    path: `${PATH}/${verb}`,
    access: 'write',
    subjects: ANYONE,
    handle: (call) => run(world, call, plan),
  });
  return [route('insert', inserts), route('save', saves), route('update', updates), route('patch', patches), route('remove', removes)];
}

function inserts(writer: DataItemWriter, input: unknown): Plan {
  const { dataItems, returnEntity } = parseInput(itemsRequest, input);
  return { action: 'INSERT', returnEntity, steps: dataItems.map((sent) => ({ id: sent.id, run: () => ({ action: 'INSERT', item: writer.insert(sent) }) })) };
}

function saves(writer: DataItemWriter, input: unknown): Plan {
  const { dataItems, returnEntity } = parseInput(itemsRequest, input);
  const save = (sent: (typeof dataItems)[number]): ReturnType<Step> => {
    const { action, item } = writer.save(sent);
    return { action: action === 'INSERTED' ? 'INSERT' : 'UPDATE', item };
  };
  return { action: 'UPDATE', returnEntity, steps: dataItems.map((sent) => ({ id: sent.id, run: () => save(sent) })) };
}

function updates(writer: DataItemWriter, input: unknown): Plan {
  const { dataItems, condition, returnEntity } = parseInput(itemsRequest, input);
  return { action: 'UPDATE', returnEntity, steps: dataItems.map((sent) => ({ id: sent.id, run: () => ({ action: 'UPDATE', item: writer.update(sent, condition?.filter) }) })) };
}

function patches(writer: DataItemWriter, input: unknown): Plan {
  const { patches: sent, condition, returnEntity } = parseInput(patchesRequest, input);
  const steps = sent.map(({ dataItemId, fieldModifications }) => ({
    id: dataItemId,
    run: () => ({ action: 'PATCH', item: writer.patch(dataItemId, fieldModifications, condition?.filter) }) as const,
  }));
  return { action: 'PATCH', returnEntity, steps };
}

function removes(writer: DataItemWriter, input: unknown): Plan {
  const { dataItemIds, condition, returnEntity } = parseInput(removesRequest, input);
  return { action: 'DELETE', returnEntity, steps: dataItemIds.map((id) => ({ id, run: () => ({ action: 'DELETE', item: writer.remove(id, condition?.filter) }) })) };
}

/** Items succeed and fail one by one: there is no transaction over several. */
function run(world: World, call: Call, plan: (writer: DataItemWriter, input: unknown) => Plan): JsonObject {
  const { name, collection } = openCollection(world, call);
  const { action, returnEntity, steps } = plan(dataItemWriter(world, collection, call.caller.subjectId), call.input);
  const results = steps.map((step, originalIndex): JsonObject => {
    try {
      const done = step.run();
      const entity: { readonly dataItem?: Json } = returnEntity ? { dataItem: toWireItem(name, done.item) } : {};
      return { action: done.action, itemMetadata: { id: done.item.id, originalIndex, success: true }, ...entity };
    } catch (error) {
      const id = step.id === undefined ? {} : { id: step.id };
      return { action, itemMetadata: { ...id, originalIndex, success: false, error: { ...itemError(error) } } };
    }
  });
  const totalSuccesses = results.filter((result) => isSuccess(result)).length;
  return { results, bulkActionMetadata: { totalSuccesses, totalFailures: results.length - totalSuccesses, undetailedFailures: 0 } };
}

const resultSchema = z.looseObject({ itemMetadata: z.looseObject({ success: z.boolean() }) });

function isSuccess(result: JsonObject): boolean {
  return resultSchema.parse(result).itemMetadata.success;
}

import { z } from 'zod';
import { FIELDS, type Field, type ReviewFields } from '../../../core/review';
import type { Policy } from '../../../core/plan-types';
import { SyncError } from '../../../core/sync-error';
import { outdatePreview } from '../../sync/outdate-preview';
import { requireConnection } from '../../sync/current-connection';
import { dashboardHandler } from '../dashboard-handler';
import { readJson } from '../read-json';
import { storeOf } from '../store-of';
import type { FieldsAnswer, PolicyAnswer } from './setup-types';

/** `GET setup/fields`: what crosses, what the store can hold, and a review of each shop to show it with. 3 calls. */
export const getFields = dashboardHandler('GET', async ({ deps, site }): Promise<FieldsAnswer> => {
  const connection = await requireConnection(site);
  const store = await storeOf(deps, site, connection);
  const [onWix, inStore] = await Promise.all([site.wix.listReviews(null), store.listReviews(null)]);
  return {
    policy: connection.policy,
    capabilities: store.capabilities,
    examples: { wix: telling(onWix.items.map(({ fields }) => fields)), store: telling(inStore.items.map(({ fields }) => fields)) },
  };
});

const TELLING_CHARACTERS = 40;

/** A published review that shows the most: a title, stars and a few words. */
function telling(reviews: readonly ReviewFields[]): ReviewFields | null {
  const published = reviews.filter(({ status, rating, body }) => status === 'published' && rating !== null && body !== '');
  const wordy = published.filter(({ body }) => body.length >= TELLING_CHARACTERS);
  return wordy.find(({ title }) => title !== '') ?? wordy[0] ?? published[0] ?? null;
}

const truth = z.enum(['wix', 'store', 'birth']);
const direction = z.enum(['both', 'to-store', 'to-wix', 'off']);

function perField<Value extends z.ZodType>(value: Value): z.ZodObject<Record<Field, Value>, z.core.$strict> {
  const shape = { title: value, body: value, rating: value, author: value, status: value, reply: value } satisfies Record<Field, Value>;
  return z.strictObject(shape, `a choice for each of ${FIELDS.join(', ')}`);
}

const Body = z.strictObject({ truth: perField(truth), direction: perField(direction), onDelete: z.enum(['delete', 'hide', 'keep']) });

/** `POST setup/fields`: from the next change on, what crosses is decided like this. 3 calls. */
export const postFields = dashboardHandler('POST', async ({ request, site }): Promise<PolicyAnswer> => {
  const policy: Policy = await readJson(request, Body);
  const { _id, policy: before } = await requireConnection(site);
  const result = await site.rows.patch('connections', _id, { set: { policy } });
  if (result.kind === 'missing') throw new SyncError('NOT_CONNECTED');
  if (JSON.stringify(inOrder(before)) !== JSON.stringify(inOrder(policy))) await outdatePreview(site, 'fields');
  return { policy: result.row.policy };
});

/** As text, two policies are the same only in the same order, which rows do not keep. */
function inOrder({ truth: sides, direction: ways, onDelete }: Policy): readonly string[] {
  return [...FIELDS.flatMap((field) => [sides[field], ways[field]]), onDelete];
}

import { z } from 'zod';
import { isSyncError, SyncError } from '../../core/sync-error';
import type { WixCreateResult, WixDraft } from '../sync/wix-port';
import { atMost } from './at-most';
import { callWix, type WixAccess } from './call-wix';
import { errorFromSdk } from './error-from-sdk';
import { readAnswer } from './read-answer';
import { NAMESPACE } from './review-page';
import { reviewFromWire } from './review-from-wire';

const shape = z.object({
  results: z
    .array(
      z.object({
        itemMetadata: z.object({
          originalIndex: z.number(),
          success: z.boolean().default(false),
          error: z.object({ code: z.string().optional(), description: z.string().optional() }).nullish(),
        }),
        review: z.unknown().optional(),
      }),
    )
    .default([]),
});

type Item = z.output<typeof shape>['results'][number];

/** Bulk create even for one: it alone tells of each draft. Without `returnEntity` failures of single drafts are silent. */
export async function createReviews({ client, budget }: WixAccess, drafts: readonly WixDraft[]): Promise<readonly WixCreateResult[]> {
  atMost(100, 'drafts', drafts);
  const sendable = drafts.filter(({ fields }) => fields.rating !== null);
  const items = sendable.length === 0 ? [] : await send();
  const results = new Map(items.map((item) => [sendable[item.itemMetadata.originalIndex], resultOf(item)]));
  return drafts.map((draft) => results.get(draft) ?? untold(draft));

  async function send(): Promise<readonly Item[]> {
    const bodies = sendable.map(bodyOf);
    // A batch of one may be refused as a whole because Wix has the review.
    const answer = await callWix<unknown>(budget, () => client.bulkCreateReview(bodies, { returnEntity: true }), ({ status }) =>
      status === 409 && sendable.length === 1 ? { results: [{ itemMetadata: { originalIndex: 0, error: { code: 'ALREADY_EXISTS' } } }] } : undefined,
    );
    return readAnswer(shape, answer).results;
  }
}

function bodyOf({ productId, contactId, fields, writtenAt }: WixDraft) {
  return {
    namespace: NAMESPACE,
    entityId: productId,
    author: { contactId, ...(fields.author === '' ? {} : { authorName: fields.author }) },
    content: { rating: fields.rating ?? 0, body: fields.body, ...(fields.title === '' ? {} : { title: fields.title }) },
    reviewDate: new Date(writtenAt),
  };
}

function resultOf({ itemMetadata: { success, error }, review }: Item): WixCreateResult {
  if (success) return adoptable(review);
  const code = error?.code ?? '';
  // Which code Wix gives a second review of one contact and product is not documented.
  if (/DUPLICATE|EXIST|CONFLICT|409/i.test(code)) return { kind: 'duplicate' };
  return { kind: 'refused', error: errorFromSdk({ status: 400, details: { applicationError: { code, description: error?.description ?? '' } } }) };
}

/** Created, but not shown to us: whoever looks for the duplicate finds and adopts it. */
function adoptable(review: unknown): WixCreateResult {
  try {
    return { kind: 'created', review: reviewFromWire(review) };
  } catch (error) {
    if (isSyncError(error)) return { kind: 'duplicate' };
    throw error;
  }
}

function untold({ fields }: WixDraft): WixCreateResult {
  const error = fields.rating === null ? new SyncError('RATING_MISSING', { field: 'rating' }) : new SyncError('WIX_SERVER_ERROR', { field: 'results', got: 'no word of the draft' });
  return { kind: 'refused', error };
}

import { z } from 'zod';
import { isSyncError } from '../../core/sync-error';
import { shownFile } from '../../core/shown-file';
import type { ShownFile, ShownReview } from '../../core/shown-review';
import { callWix, type WixAccess } from './call-wix';
import { readAnswer } from './read-answer';

const MAX_FILES = 100;
/** The SDK turns both kinds into the `wix:` links that reviews carry as well. */
const descriptor = z.object({
  _id: z.string(),
  media: z.object({ image: z.object({ image: z.string() }), video: z.string() }).partial().nullish(),
});
const shape = z.object({ files: z.array(z.unknown()).default([]) });

type Known = Pick<ShownFile, 'width' | 'height' | 'poster'>;

/** Looks up sizes and posters in the media manager. Without an answer the files are shown as far as they are known. */
export async function completeFiles(access: WixAccess, reviews: readonly ShownReview[]): Promise<readonly ShownReview[]> {
  const ids = [...new Set(reviews.flatMap(({ files }) => files.filter(isIncomplete).map(({ id }) => id)))].slice(0, MAX_FILES);
  if (ids.length === 0) return reviews;
  const known = await look(access, ids);
  return reviews.map((review) => ({ ...review, files: review.files.map((file) => merge(file, known.get(file.id))) }));
}

function isIncomplete({ kind, width, height, poster }: ShownFile): boolean {
  return width === null || height === null || (kind === 'video' && poster === null);
}

function merge(file: ShownFile, known: Known | undefined): ShownFile {
  if (known === undefined) return file;
  return { ...file, width: file.width ?? known.width, height: file.height ?? known.height, poster: file.poster ?? known.poster };
}

async function look({ client, budget }: WixAccess, ids: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  try {
    const answer = readAnswer(shape, await callWix<unknown>(budget, () => client.getFileDescriptors([...ids])));
    return new Map(answer.files.flatMap((raw) => knownOf(raw)));
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return new Map();
  }
}

/** A file that was deleted or is still being processed has no media part, and stays as it is. */
function knownOf(raw: unknown): readonly (readonly [string, Known])[] {
  const { success, data } = descriptor.safeParse(raw);
  if (!success) return [];
  const { image, video } = data.media ?? {};
  const original = shownFile(image?.image ?? video ?? '');
  if (original === null) return [];
  const { width, height, poster } = original;
  return [[data._id, { width, height, poster }]];
}

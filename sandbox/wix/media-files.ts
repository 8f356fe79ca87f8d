import { z } from 'zod';
import { describeImported } from './imported-file';
import { isObject, type JsonObject } from './json';
import { BACK_OFFICE, type Route } from './route';
import { parseInput } from './validate';

const getSchema = z.object({ fileIds: z.array(z.string().min(1)).min(1).max(100) });
const UNKNOWN_SIZE = { width: 1280, height: 720 };

/** The media manager, as far as reviews need it: it knows what it was asked to fetch and the files that the site's reviews show. */
export function mediaFileRoutes(): readonly Route[] {
  return [
    {
      method: 'POST', path: '/site-media/v1/files/get-files', access: 'read', subjects: BACK_OFFICE,
      handle({ input, data }) {
        const { fileIds } = parseInput(getSchema, input);
        const shown = data.reviews.all().flatMap(({ review }) => review.content.media);
        const known = new Map(shown.flatMap((media) => entryOf(media)));
        const imported = (id: string): JsonObject | undefined => {
          const file = data.files.get(id);
          return file === undefined ? undefined : describeImported(file);
        };
        return { files: fileIds.flatMap((id): readonly JsonObject[] => present(imported(id) ?? known.get(id))) };
      },
    },
  ];
}

/** A file that nobody knows is left out of the answer. */
function present(file: JsonObject | undefined): readonly JsonObject[] {
  return file === undefined ? [] : [file];
}

function entryOf(media: unknown): readonly (readonly [string, JsonObject])[] {
  if (!isObject(media)) return [];
  const { image, video } = media;
  if (isObject(image) && typeof image['id'] === 'string') return [[image['id'], descriptor(image['id'], 'IMAGE', { image: { image: { ...sizeOf(image), id: image['id'], url: `https://static.wixstatic.com/media/${image['id']}` } } })]];
  if (isObject(video) && typeof video['id'] === 'string') return [[video['id'], descriptor(video['id'], 'VIDEO', { video: videoOf(video['id']) })]];
  return [];
}

function descriptor(id: string, mediaType: string, media: JsonObject): JsonObject {
  return { id, displayName: id, url: `https://static.wixstatic.com/media/${id}`, mediaType, operationStatus: 'READY', media };
}

function videoOf(id: string): JsonObject {
  const poster = `${id}f000.jpg`;
  return { id, url: `https://video.wixstatic.com/video/${id}/file`, resolutions: [], filename: id, posters: [{ id: poster, url: `https://static.wixstatic.com/media/${poster}`, ...UNKNOWN_SIZE }] };
}

function sizeOf({ width, height }: Readonly<Record<string, unknown>>): JsonObject {
  return { width: typeof width === 'number' ? width : UNKNOWN_SIZE.width, height: typeof height === 'number' ? height : UNKNOWN_SIZE.height };
}

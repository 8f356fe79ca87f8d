import { jpegSize } from './jpeg-size';
import type { JsonObject } from './json';

/** A file that the media manager was asked to fetch from an address. */
export interface ImportedFile {
  readonly id: string;
  readonly displayName: string;
  readonly state: 'pending' | 'ready' | 'failed';
  /** What was fetched, in base64; `null` unless `ready`. */
  readonly content: string | null;
}

export function importedFileId(random: string): string {
  return `${random.replaceAll('-', '')}~mv2.jpg`;
}

/** As Wix describes it at this moment: without a media part until it is there. */
export function describeImported({ id, displayName, state, content }: ImportedFile): JsonObject {
  const url = `https://static.wixstatic.com/media/${id}`;
  return { id, displayName, url, mediaType: 'IMAGE', operationStatus: state.toUpperCase(), state: 'OK', ...(content === null ? {} : { media: { image: { image: { id, url, ...jpegSize(Buffer.from(content, 'base64')), filename: displayName } } } }) };
}

import type { JsonObject } from './json';

/** A file that the media manager was asked to fetch from an address. */
export interface ImportedFile {
  readonly id: string;
  readonly displayName: string;
  /** How the fetch ends, decided when it begins; `never`: it stays pending. */
  readonly end: 'ready' | 'failed' | 'never';
  readonly endsAtMs: number;
}

const SIZE = { width: 900, height: 1200 };
const PHOTO = /garment-(\d)/u;

/** Keeps which local photo it is, so that the page shows the picture the store has. */
export function importedFileId(random: string, url: string): string {
  const photo = PHOTO.exec(url)?.[0];
  return `${random.replaceAll('-', '')}${photo === undefined ? '' : `_${photo}`}~mv2.jpg`;
}

/** As Wix describes it at this moment: without a media part until it is there. */
export function describeImported(file: ImportedFile, nowMs: number): JsonObject {
  const { id, displayName, end } = file;
  const over = end !== 'never' && nowMs >= file.endsAtMs;
  const operationStatus = over ? end.toUpperCase() : 'PENDING';
  const url = `https://static.wixstatic.com/media/${id}`;
  return { id, displayName, url, mediaType: 'IMAGE', operationStatus, state: 'OK', ...(over && end === 'ready' ? { media: { image: { image: { id, url, ...SIZE, filename: displayName } } } } : {}) };
}

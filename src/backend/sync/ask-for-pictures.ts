import { pictureRowId } from '../../core/link-id';
import { pictureName } from '../../core/picture-name';
import { pictureEnding } from '../../core/picture-url';
import type { SyncSession } from './session';
import type { LinkRow, PictureRow } from './tables';

/** How long a lost answer is looked for before the picture is asked for again. */
const LOST_AFTER_MS = 10 * 60_000;
/** The rows before, the import, the rows after, and the caller's note when to look again. */
const IMPORT_CALLS = 4;

/** `later`: there is no room to ask now, so the next look asks. `nothing`: nothing was there to ask or to look for. */
export type Asked = 'asked' | 'later' | 'nothing';

interface Wanted {
  readonly url: string;
  readonly row: PictureRow | null;
}

/**
 * Asks Wix to fetch pictures. An import cannot be asked for twice without making two files, so a row says first that it
 * is asked for; one whose answer was lost is looked for by its name. At most 5 calls; none when every picture has its file.
 */
export async function askForPictures(session: SyncSession, link: LinkRow, urls: readonly string[], known: ReadonlyMap<string, PictureRow>, anew: boolean): Promise<Asked> {
  const wanted = urls.map((url): Wanted => ({ url, row: known.get(pictureRowId(link._id, url)) ?? null }));
  const lost = wanted.flatMap(({ row }) => (row?.state === 'asked' && row.fileId === null ? [row] : []));
  const found = await adoptLost(session, link, lost);
  const nowMs = session.clock.nowMs();
  const ask = wanted.filter(({ row }) => row === null || (anew && row.state === 'failed') || (lost.includes(row) && !found.has(row._id) && nowMs - row.askedAtMs >= LOST_AFTER_MS));
  if (ask.length === 0) return lost.length > 0 ? 'asked' : 'nothing';
  if (!session.budget.has(IMPORT_CALLS)) return 'later';
  await importAll(session, link, ask.map(({ url }) => url), nowMs);
  return 'asked';
}

async function adoptLost({ wix, rows }: SyncSession, link: LinkRow, lost: readonly PictureRow[]): Promise<ReadonlySet<string>> {
  if (lost.length === 0) return new Set();
  const files = await wix.files.searchFiles(link._id);
  const adopted = lost.flatMap((row) => {
    const file = files.find(({ displayName, state }) => state !== 'failed' && displayName.startsWith(pictureName(link._id, row._id, '')));
    return file === undefined ? [] : [{ ...row, fileId: file.id }];
  });
  if (adopted.length > 0) await rows.saveMany('pictures', adopted);
  return new Set(adopted.map(({ _id }) => _id));
}

async function importAll({ wix, rows, instanceId, pictureAddress }: SyncSession, link: LinkRow, urls: readonly string[], nowMs: number): Promise<void> {
  const begun = urls.map((url): PictureRow => ({ _id: pictureRowId(link._id, url), instanceId, linkId: link._id, fileId: null, state: 'asked', file: null, askedAtMs: nowMs }));
  await rows.saveMany('pictures', begun);
  const files = await wix.files.importFiles(await Promise.all(urls.map(async (url) => ({ url: await pictureAddress(url), displayName: pictureName(link._id, pictureRowId(link._id, url), pictureEnding(url)) }))));
  await rows.saveMany('pictures', begun.map((row, index) => {
    const file = files[index];
    return file == null ? { ...row, state: 'failed' } : { ...row, fileId: file.id };
  }));
}

import { pictureRowId } from '../../core/link-id';
import { MAX_PICTURES, pictureList, picturePrint } from '../../core/picture-list';
import { askForPictures } from './ask-for-pictures';
import { asRead, type Done } from './done';
import { PENDING, picturesDiffer } from './pictures-differ';
import type { SyncSession } from './session';
import type { LinkRow, PictureRow } from './tables';
import type { WixMedia, WixReview } from './wix-port';

/**
 * What one look needs, besides the settle's own: the rows, then finding what was lost, or polling, attaching and
 * clearing up. Asking has its own look at what is left. A dashboard's tick has one call more than this when a
 * settle comes this far: were this higher, no open dashboard would ever carry a picture.
 */
const PICTURE_CALLS = 6;
const LOOK_AGAIN_MS = 30_000;
/** A file that Wix has not fetched after a day will not come. */
const GIVE_UP_MS = 24 * 3_600_000;

/**
 * Gives the Wix review the pictures of the store's, a step at each settle: ask Wix to fetch them, see whether it has,
 * attach them. The review itself never waits for that. `wrote`: this settle changed something, so it leaves pictures to
 * the next. No call for a review without pictures, nor for one whose pictures are there.
 */
export async function carryPictures(session: SyncSession, link: LinkRow, done: Done, wrote: boolean): Promise<Done> {
  const { wix, store } = done;
  if (wix === null || store === null || store.fields.status !== 'published' || done.tombstone || done.code !== null) return done;
  const anew = link.code === 'PICTURE_FAILED';
  if (!anew && !picturesDiffer(session, { ...link, state: 'in-step' }, store)) return done;
  const again = (delayMs: number): Promise<Done> => lookAgain(session, done, delayMs);
  if (wrote || !session.budget.has(PICTURE_CALLS)) return again(0);
  const urls = pictureList(store.media);
  const known = await rowsOf(session, link);
  if (await askForPictures(session, link, urls, known, anew)) return again(LOOK_AGAIN_MS);
  const polled = await poll(session, [...known.values()]);
  const wanted = urls.flatMap((url) => polled.get(pictureRowId(link._id, url)) ?? []);
  const waiting = wanted.find(({ state }) => state === 'asked');
  if (waiting !== undefined) return again(Math.max(LOOK_AGAIN_MS, (session.clock.nowMs() - waiting.askedAtMs) / 2));
  const shown = await attach(session, wix, wanted, [...polled.values()]);
  await dropRows(session, [...polled.values()].filter((row) => !wanted.includes(row)));
  const failed = wanted.some(({ state }) => state === 'failed');
  return { ...done, wix: shown, pictures: picturePrint(urls), code: failed ? 'PICTURE_FAILED' : null, event: shown === wix ? done.event : 'Pictures carried across, on Wix' };
}

async function rowsOf({ rows }: SyncSession, link: LinkRow): Promise<ReadonlyMap<string, PictureRow>> {
  const found = await rows.find('pictures', { where: { linkId: link._id }, limit: 100, consistent: true });
  return new Map(found.rows.map((row) => [row._id, row]));
}

async function lookAgain({ rows, connection, clock }: SyncSession, done: Done, delayMs: number): Promise<Done> {
  const againAtMs = clock.nowMs() + delayMs;
  if (connection.backlogDueAtMs === null || connection.backlogDueAtMs > againAtMs) await rows.patch('connections', connection._id, { set: { backlogDueAtMs: againAtMs } });
  return { ...done, pictures: PENDING, againAtMs };
}

/** Reads how far Wix is with what was asked for. 2 calls, none when nothing is on its way. */
async function poll({ rows, wix, clock }: SyncSession, all: readonly PictureRow[]): Promise<ReadonlyMap<string, PictureRow>> {
  const ids = all.flatMap(({ state, fileId }) => (state === 'asked' && fileId !== null ? [fileId] : []));
  const files = new Map(ids.length === 0 ? [] : (await wix.files.filesById(ids)).map((file) => [file.id, file]));
  const seen = all.map((row): PictureRow => {
    if (row.state !== 'asked' || row.fileId === null) return row;
    const file = files.get(row.fileId);
    if (file?.state === 'ready') return { ...row, state: 'ready', file: file.link };
    const late = clock.nowMs() - row.askedAtMs > GIVE_UP_MS;
    return file?.state === 'failed' || late ? { ...row, state: 'failed' } : row;
  });
  const changed = seen.filter((row, index) => row !== all[index]);
  if (changed.length > 0) await rows.saveMany('pictures', changed);
  return new Map(seen.map((row) => [row._id, row]));
}

/** What a person added or took away on Wix stays so; ours are replaced by what the store shows now. 1 call, none when it is so already. */
async function attach({ wix: port }: SyncSession, wix: WixReview, wanted: readonly PictureRow[], ours: readonly PictureRow[]): Promise<WixReview> {
  const present = wix.media ?? [];
  const theirs = present.filter(({ link }) => !ours.some(({ fileId }) => fileId === idOf(link)));
  const next = [...theirs, ...wanted.flatMap(({ file }): readonly WixMedia[] => (file === null ? [] : [{ kind: 'image', link: file }]))].slice(0, MAX_PICTURES);
  if (next.length === present.length && next.every((media, index) => holds(present[index], media))) return wix;
  return asRead(wix, await port.setMedia(wix.id, wix.revision, next), []);
}

/** Wix may spell the sizes and name after the id in another way. */
function holds(present: WixMedia | undefined, { link }: WixMedia): boolean {
  return present !== undefined && idOf(present.link) === idOf(link);
}

function idOf(link: string): string {
  return link.split(/[/#]/u)[3] ?? link;
}

/** Takes the pictures of a review that is gone out of the site's media, and forgets them. At most 3 calls; none when it never had any. */
export async function dropPictures({ rows, wix }: Pick<SyncSession, 'rows' | 'wix'>, link: LinkRow): Promise<void> {
  if (link.pictures == null) return;
  const found = await rows.find('pictures', { where: { linkId: link._id }, limit: 100, consistent: true });
  await dropRows({ rows, wix }, found.rows);
}

async function dropRows({ rows, wix }: Pick<SyncSession, 'rows' | 'wix'>, drop: readonly PictureRow[]): Promise<void> {
  if (drop.length === 0) return;
  const files = drop.flatMap(({ fileId }) => fileId ?? []);
  if (files.length > 0) await wix.files.deleteFiles(files);
  await rows.removeMany('pictures', drop.map(({ _id }) => _id));
}

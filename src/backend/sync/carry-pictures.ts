import { pictureRowId } from '../../core/link-id';
import { allPictures, MAX_PICTURES, pictureList, picturePrint } from '../../core/picture-list';
import { askForPictures } from './ask-for-pictures';
import { asRead, type Done } from './done';
import { picturesCarried } from './pictures-carried';
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
  // Without the code, the next look would not know that failed ones are wanted once more.
  const later = (delayMs: number): Promise<Done> => lookAgain(session, anew ? { ...done, code: 'PICTURE_FAILED' } : done, delayMs);
  if (wrote || !session.budget.has(PICTURE_CALLS)) return later(0);
  const urls = pictureList(store.media);
  const known = await rowsOf(session, link);
  const asked = await askForPictures(session, link, urls, known, anew);
  if (asked === 'later') return later(LOOK_AGAIN_MS);
  if (asked === 'asked') return lookAgain(session, done, LOOK_AGAIN_MS);
  const polled = await poll(session, [...known.values()]);
  const wanted = urls.flatMap((url) => polled.get(pictureRowId(link._id, url)) ?? []);
  const waiting = wanted.find(({ state }) => state === 'asked');
  if (waiting !== undefined) return lookAgain(session, done, Math.max(LOOK_AGAIN_MS, (session.clock.nowMs() - waiting.askedAtMs) / 2));
  const next = mediaFor(wix, wanted, [...polled.values()]);
  const shown = await attach(session, wix, next);
  await dropRows(session, [...polled.values()].filter((row) => !wanted.includes(row)));
  const failed = wanted.some(({ state }) => state === 'failed');
  const given = next.filter(({ link: file }) => wanted.some((row) => row.file === file)).length;
  return { ...done, wix: shown, pictures: picturePrint(urls), code: failed ? 'PICTURE_FAILED' : null, event: shown === wix ? done.event : picturesCarried({ given, inStore: allPictures(store.media).length, onWix: next.length }) };
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

/** What a person added or took away on Wix stays so; ours are replaced by what the store shows now. */
function mediaFor(wix: WixReview, wanted: readonly PictureRow[], ours: readonly PictureRow[]): readonly WixMedia[] {
  const theirs = (wix.media ?? []).filter(({ link }) => !ours.some(({ fileId }) => fileId === idOf(link)));
  return [...theirs, ...wanted.flatMap(({ file }): readonly WixMedia[] => (file === null ? [] : [{ kind: 'image', link: file }]))].slice(0, MAX_PICTURES);
}

/** 1 call, none when it is so already. */
async function attach({ wix: port }: SyncSession, wix: WixReview, next: readonly WixMedia[]): Promise<WixReview> {
  const present = wix.media ?? [];
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

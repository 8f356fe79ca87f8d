import type { RunRow } from '../src/backend/sync/tables';
import type { Desk } from './kill-everywhere.desk';
import type { Operation, Operations } from './kill-everywhere.operation';
import { inStore, onWix, writeInStore, writeOnWix } from './kill-everywhere.people';
import { invoke, tickOnce } from './rest';

const TEN_MINUTES_MS = 600_000;
const HOUR_MS = 6 * TEN_MINUTES_MS;

const ALL = ['also only on Wix', 'on both', 'only in the store', 'only on Wix'];

function history(desk: Desk): void {
  writeOnWix(desk, 0, 'only on Wix');
  writeInStore(desk, 1, 'only in the store');
  writeOnWix(desk, 2, 'on both', {}, 9);
  writeInStore(desk, 2, 'on both', {}, 9);
  writeOnWix(desk, 3, 'also only on Wix');
}

function start(desk: Desk, which: 'startBackfill' | 'startSweep' | 'startPreview'): void {
  desk.press(async () => desk.engine(which)(await desk.world.openSync()));
}

/** The site's present run, as its row says. */
function run({ world }: Desk): RunRow | undefined {
  return world.rows.all('runs').find(({ startedAtMs }, _index, all) => startedAtMs === Math.max(...all.map((one) => one.startedAtMs)));
}

/** The list of runs keeps the one before; neither may be left half-way. */
function notDone(desk: Desk, kind: RunRow['kind']): string[] {
  const last = run(desk);
  return last?.kind === kind && last.state === 'done' && last.phase === 'done' ? [] : [`the last run is a ${last?.kind} that is ${last?.state} in ${last?.phase}`];
}

const previewed: Operation = {
  history,
  act: (desk) => {
    start(desk, 'startPreview');
    for (let tick = 1; tick <= 8; tick += 1) desk.timers.after(tick * TEN_MINUTES_MS, () => desk.press(async () => desk.engine('tickPreview')(await desk.world.openSync()), 1));
  },
  wix: ['also only on Wix', 'on both', 'only on Wix'], store: ['on both', 'only in the store'], writes: { wix: 0, store: 0 }, proves: ['rows.saveMany'],
};

function pretended({ rows }: Desk['world']): string[] {
  return rows.all('links').map(({ _id }) => `the preview wrote the link ${_id}`);
}

const filled: Operations = {
  'a backfill page': {
    history, act: (desk) => start(desk, 'startBackfill'), wix: ALL, store: ALL, writes: { wix: 1, store: 2 },
    proves: ['wix.createReviews', 'store.createReviews', 'rows.insertMany', 'rows.patchMany', 'rows.saveMany'], wrong: (desk) => notDone(desk, 'backfill'),
  },
  'a rollback': {
    history,
    before: async (desk) => {
      start(desk, 'startBackfill');
      await desk.settle();
    },
    act: (desk) => desk.press(async () => {
      const backfill = desk.world.rows.all('runs').find(({ kind }) => kind === 'backfill');
      const last = run(desk);
      // Whoever pressed sees in the list that it is under way.
      if (backfill === undefined || (last?.kind === 'rollback' && last.undoes === backfill.startedAtMs)) return;
      await desk.engine('startRollback')(await desk.world.openSync(), backfill.startedAtMs);
    }),
    wix: ['also only on Wix', 'on both', 'only on Wix'], store: ['on both', 'only in the store'], writes: { wix: 1, store: 2 },
    proves: ['wix.deleteReview', 'store.trashReview'], explains: ['ROLLED_BACK'], wrong: (desk) => notDone(desk, 'rollback'),
  },
  'taking back every copy there is': {
    history,
    before: async (desk) => {
      start(desk, 'startBackfill');
      await desk.settle();
      // Copied live, so it belongs to no run.
      desk.world.addPerson(5, true, true);
      writeInStore(desk, 4, 'told of');
      await desk.settle();
    },
    act: (desk) => desk.press(async () => {
      if (run(desk)?.kind === 'removal') return;
      await desk.engine('startRemoval')(await desk.world.openSync(), 10);
    }),
    wix: ['also only on Wix', 'on both', 'only on Wix'], store: ['on both', 'only in the store', 'told of'], writes: { wix: 2, store: 2 },
    proves: ['wix.deleteReview', 'store.trashReview'], explains: ['ROLLED_BACK'], wrong: (desk) => notDone(desk, 'removal'),
  },
  'a preview': {
    ...previewed, wrong: ({ world }) => [...pretended(world), ...(world.rows.all('previewRuns')[0]?.phase === 'done' ? [] : ['the preview did not end'])],
  },
  'a preview that is cancelled': {
    ...previewed,
    act: (desk) => {
      previewed.act(desk);
      desk.timers.after(TEN_MINUTES_MS / 2, () => desk.press(() => desk.engine('cancelPreview')(desk.site())));
    },
    wrong: ({ world }) => [...pretended(world), ...(world.rows.all('previewRuns')[0]?.state === 'cancelled' ? [] : ['the preview goes on'])],
  },
};

function missing(side: 'wix' | 'store'): Operation {
  return {
    before: async (desk) => {
      writeOnWix(desk, 0, 'stays');
      writeOnWix(desk, 2, 'goes');
      await desk.settle();
      // Nobody hears of it.
      const { shops } = desk.world;
      if (side === 'wix') for (const { id, fields } of onWix(desk)) if (fields.body === 'goes') shops.wix.delete(id);
      if (side === 'store') for (const { id, fields } of inStore(desk)) if (fields.body === 'goes') shops.store.delete(id);
    },
    act: (desk) => start(desk, 'startSweep'),
    wix: ['stays'], store: ['stays'], writes: side === 'wix' ? { wix: 0, store: 1 } : { wix: 1, store: 0 },
    proves: ['wix.getReviews', 'store.getReviews', side === 'wix' ? 'store.trashReview' : 'wix.deleteReview'], wrong: (desk) => notDone(desk, 'sweep'),
  };
}

/** Eight pairs of which the store lost six, as one does that was restored from a backup. */
const mass: Operation = {
  before: async (desk) => {
    for (const number of [5, 6, 7, 8, 9]) desk.world.addPerson(number, true, true);
    for (const who of [0, 2, 3, 4, 5, 6, 7, 8]) writeOnWix(desk, who, `text ${who}`);
    await desk.settle();
    for (const { id, fields } of inStore(desk)) if (!['text 0', 'text 2'].includes(fields.body)) desk.world.shops.store.delete(id);
  },
  act: (desk) => {
    start(desk, 'startSweep');
    for (const later of [1, 2, 3, 4]) desk.timers.after(later * TEN_MINUTES_MS, () => invoke(desk.world, () => tickOnce(desk.world)));
    desk.timers.after(6 * TEN_MINUTES_MS, () => release(desk));
  },
  wix: ['text 0', 'text 2'], store: ['text 0', 'text 2'], writes: { wix: 6, store: 0 },
  proves: ['wix.deleteReview'], wrong: (desk) => [...notDone(desk, 'sweep'), ...(run(desk)?.released === true ? [] : ['nobody was asked'])],
};

/** Pressed once the page says that the run is held, and until it says otherwise. */
function release(desk: Desk): void {
  if (run(desk)?.state !== 'held') desk.timers.after(TEN_MINUTES_MS, () => tickAndRelease(desk));
  else desk.press(async () => desk.engine('releaseRun')(desk.site()));
}

function tickAndRelease(desk: Desk): void {
  invoke(desk.world, () => tickOnce(desk.world));
  if (run(desk)?.state !== 'done') release(desk);
}

const swept: Operations = {
  'a sweep that finds a review gone from Wix': missing('wix'),
  'a sweep that finds a review gone from the store': missing('store'),
  'a sweep that begins by itself, a day after the last walk': {
    ...missing('wix'),
    before: async (desk) => {
      start(desk, 'startBackfill');
      await missing('wix').before?.(desk);
    },
    // One that died between its first two rows is made up for on the day after.
    act: (desk) => {
      for (const hours of [0, 25]) desk.timers.after(hours * HOUR_MS, () => desk.press(async () => desk.engine('sweepWhenDue')(await desk.world.openSync())));
      desk.timers.after(12 * HOUR_MS, () => invoke(desk.world, () => tickOnce(desk.world)));
    },
  },
  'a look at the newest, which finds what nobody told of': {
    before: async (desk) => {
      start(desk, 'startBackfill');
      await desk.settle();
      const { shops } = desk.world;
      const tell = shops.onChange;
      shops.onChange = () => {};
      writeOnWix(desk, 0, 'only on Wix');
      writeInStore(desk, 2, 'only in the store');
      shops.onChange = tell;
    },
    act: (desk) => {
      for (const looks of [2, 4, 6, 8]) desk.timers.after(looks * TEN_MINUTES_MS, () => desk.press(async () => desk.engine('lookAtNewestWhenDue')(await desk.world.openSync())));
      for (const ticks of [3, 5, 7, 9]) desk.timers.after(ticks * TEN_MINUTES_MS, () => invoke(desk.world, () => tickOnce(desk.world)));
    },
    wix: ['only in the store', 'only on Wix'], store: ['only in the store', 'only on Wix'], writes: { wix: 1, store: 1 },
    proves: ['wix.newestReviews', 'store.newestReviews', 'store.createReviews', 'wix.createReviews'],
  },
  'a sweep that is held until somebody lets it go on': mass,
  'a run that is paused, goes on and is cancelled, and one after it': {
    history,
    act: (desk) => {
      start(desk, 'startBackfill');
      const buttons = [
        () => desk.press(() => desk.engine('pauseRun')(desk.site())),
        () => desk.press(() => desk.engine('resumeRun')(desk.site())),
        () => desk.press(() => desk.engine('cancelRun')(desk.site())),
        () => start(desk, 'startBackfill'),
      ];
      for (const [index, press] of buttons.entries()) {
        desk.timers.after((2 * index + 1) * TEN_MINUTES_MS, press);
        desk.timers.after((2 * index + 2) * TEN_MINUTES_MS, () => invoke(desk.world, () => tickOnce(desk.world)));
      }
    },
    wix: ALL, store: ALL, writes: { wix: 1, store: 2 }, proves: ['rows.saveMany'], wrong: (desk) => notDone(desk, 'backfill'),
  },
};

/** Walks over everything. */
export const WALKING: Operations = { ...filled, ...swept };

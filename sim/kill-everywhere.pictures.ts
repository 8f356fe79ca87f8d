import type { Desk } from './kill-everywhere.desk';
import type { Operation, Operations } from './kill-everywhere.operation';
import { inStore, onWix, trashInStore, writeInStore } from './kill-everywhere.people';
import { invoke, tickOnce } from './rest';

const HOUR_MS = 3_600_000;

function withPictures(desk: Desk): void {
  writeInStore(desk, 0, 'new');
  for (const record of inStore(desk)) record.media = [{ kind: 'image', url: 'https://shop.example/a.jpg' }, { kind: 'image', url: 'https://shop.example/b.jpg' }];
}

/** Wix is done with what it was asked for, and somebody comes by. */
function asTimePasses(desk: Desk): void {
  for (let hour = 1; hour <= 12; hour += 1) {
    desk.timers.after(hour * HOUR_MS, () => {
      desk.world.shops.files.finish();
      invoke(desk.world, () => tickOnce(desk.world));
    });
  }
}

function shown({ world }: Desk, count: number): string[] {
  const files = world.shops.files.all.size;
  const pictures = [...world.shops.wix.values()].flatMap(({ media = [] }) => media).length;
  return [...(files === count ? [] : [`the site keeps ${String(files)} files`]), ...(pictures === count ? [] : [`${String(pictures)} pictures are shown`])];
}

const carried: Operation = {
  act: (desk) => {
    withPictures(desk);
    asTimePasses(desk);
  },
  wix: ['new'], store: ['new'], writes: { wix: 2, store: 0 }, proves: ['wix.importFiles', 'wix.filesById', 'wix.setMedia'], wrong: (desk) => shown(desk, 2),
};

/** Pictures of a store review, from the store to Wix and away with it. */
export const PICTURES: Operations = {
  'a review in the store with pictures': carried,
  'a review in the store that loses a picture': {
    ...carried,
    before: async (desk) => {
      carried.act(desk);
      await desk.settle();
    },
    act: (desk) => {
      for (const record of inStore(desk)) desk.world.shops.changeInStore(record.id, { media: (record.media ?? []).slice(0, 1) }, false);
      asTimePasses(desk);
    },
    writes: { wix: 1, store: 0 }, proves: ['wix.setMedia', 'wix.deleteFiles'], wrong: (desk) => shown(desk, 1),
  },
  'a review with pictures that is deleted in the store': {
    ...carried,
    before: async (desk) => {
      carried.act(desk);
      await desk.settle();
    },
    act: (desk) => trashInStore(desk),
    wix: [], store: [], writes: { wix: 1, store: 0 }, proves: ['wix.deleteReview', 'wix.deleteFiles'],
    wrong: (desk) => (onWix(desk).length === 0 ? shown(desk, 0) : ['the review stands']),
  },
};

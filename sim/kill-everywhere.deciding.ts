import { postReply } from '../src/backend/endpoints/inbox/reply';
import { receiveWixEvent } from '../src/backend/sync/receive-wix-event';
import type { ConflictRow } from '../src/backend/sync/tables';
import type { WixReviewEvent } from '../src/backend/sync/wix-review-event';
import { request } from './kill-everywhere.dashboard';
import type { Desk } from './kill-everywhere.desk';
import type { Operation, Operations } from './kill-everywhere.operation';
import { editInStore, editOnWix, onWix, without, writeInStore, writeOnWix } from './kill-everywhere.people';
import { INSTANCE } from './world/world';
import { toWixReview } from './world/wix';

function clash(desk: Desk): void {
  editOnWix(desk, { body: 'said on Wix' });
  editInStore(desk, { body: 'said in the store' });
}

function conflictsOtherThan({ world }: Desk, state: ConflictRow['state'], lost: string): string[] {
  const rows = world.rows.all('conflicts').map((row) => `${row.state}: ${row.lost}`);
  return JSON.stringify(rows) === JSON.stringify([`${state}: "${lost}"`]) ? [] : [`conflicts: ${JSON.stringify(rows)}`];
}

function decided(pick: 'kept' | 'restored'): Operation {
  const body = pick === 'kept' ? 'said on Wix' : 'said in the store';
  return {
    before: async (desk) => {
      writeOnWix(desk, 0, 'first');
      await desk.settle();
      clash(desk);
    },
    act: (desk) => desk.press(async () => {
      const id = desk.world.rows.all('conflicts')[0]?._id ?? '';
      await desk.engine('resolveConflict')(await desk.world.openSync(), id, pick);
    }),
    wix: [body], store: [body], writes: pick === 'kept' ? { wix: 0, store: 0 } : { wix: 1, store: 1 },
    proves: pick === 'kept' ? ['rows.patch'] : ['wix.updateReview', 'store.updateReview'],
    wrong: (desk) => conflictsOtherThan(desk, pick, 'said in the store'),
  };
}

const conflicts: Operations = {
  'a text changed on both sides at once': {
    before: (desk) => writeOnWix(desk, 0, 'first'),
    act: clash, wix: ['said on Wix'], store: ['said on Wix'], writes: { wix: 0, store: 1 },
    proves: ['store.updateReview', 'rows.insertMany'], wrong: (desk) => conflictsOtherThan(desk, 'open', 'said in the store'),
  },
  'a conflict decided for the value that stands': decided('kept'),
  'a conflict decided for the value that gave way': decided('restored'),
};

/** Wix deletes a review of somebody who asked to be forgotten, and says so until it is answered. */
function erase(desk: Desk): void {
  for (const record of onWix(desk)) {
    const { id, productId, contactId } = record;
    desk.world.shops.wix.delete(id);
    desk.world.shops.contacts.delete(contactId);
    const event: WixReviewEvent = { kind: 'deleted', instanceId: INSTANCE, reviewId: id, productId, contactId, review: toWixReview(record), ours: false, erased: true };
    desk.press(() => receiveWixEvent(event, desk.world.opener()));
  }
}

/** Every row that still names somebody, apart from the merchant's own settings. */
function remembered({ world }: Desk): string[] {
  const names = ['k1', 'p1@example.com', 'words of mine'];
  return (['links', 'authors', 'conflicts', 'attention', 'hints', 'runs', 'previewLinks', 'previewAuthors'] as const).flatMap((table) =>
    world.rows.all(table).filter((row) => names.some((name) => JSON.stringify(row).includes(`"${name}"`))).map((row) => `${table} still holds ${row._id}`));
}

const persons: Operations = {
  'a person who asks to be forgotten': {
    before: async (desk) => {
      writeOnWix(desk, 0, 'first', { rating: 1 });
      await desk.settle();
      editOnWix(desk, { body: 'more of them' });
      editInStore(desk, { body: 'words of mine' });
    },
    act: erase, wix: [], store: [], writes: { wix: 0, store: 1 }, proves: ['store.trashReview', 'rows.removeMany'], wrong: remembered,
  },
  'an unhappy review written on Wix, of which the owner is told': {
    act: (desk) => writeOnWix(desk, 0, 'bad', { rating: 1 }), wix: ['bad'], store: ['bad'], writes: { wix: 0, store: 1 },
    proves: ['alerts.notification', 'alerts.automation'], wrong: toldOtherThanOnce,
  },
  'an unhappy review written in the store, of which the owner is told': {
    act: (desk) => writeInStore(desk, 0, 'bad', { rating: 1 }), wix: ['bad'], store: ['bad'], writes: { wix: 1, store: 0 },
    proves: ['alerts.notification', 'alerts.automation'], wrong: toldOtherThanOnce,
  },
  'an answer given in the inbox': {
    before: (desk) => writeOnWix(desk, 0, 'bad', { rating: 1 }),
    act: (desk) => desk.press(() => request(desk, postReply, { id: desk.world.rows.all('attention')[0]?._id ?? '', message: 'Sorry', seen: null })),
    wix: ['bad'], store: ['bad'], writes: { wix: 1, store: 1 }, proves: ['wix.setReply', 'store.setReply'],
    wrong: (desk) => without(desk, 'reply', 'Sorry'),
  },
};

/** A place may be told twice when the process died before it was noted, and knows by the key that it is the same. */
function toldOtherThanOnce({ world }: Desk): string[] {
  const items = world.rows.all('attention').filter(({ state }) => state === 'open');
  const told = [...world.alerts.told.keys()].sort();
  const expected = items.flatMap(({ _id }) => ['automation', 'notification', 'webhook'].map((channel) => `${channel} ${_id}.1`)).sort();
  return items.length === 1 && JSON.stringify(told) === JSON.stringify(expected) ? [] : [`told ${JSON.stringify(told)} of ${items.length} items`];
}

/** What a person decides about a review, and what an owner is told. */
export const DECIDING: Operations = { ...conflicts, ...persons };

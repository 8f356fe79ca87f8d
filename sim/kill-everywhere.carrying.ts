import type { ReviewFields } from '../src/core/review';
import type { Desk } from './kill-everywhere.desk';
import type { Operation, Operations } from './kill-everywhere.operation';
import { choose, deleteOnWix, editInStore, editOnWix, inStore, trashInStore, without, writeInStore, writeOnWix } from './kill-everywhere.people';

const written: Operations = {
  'a review written on Wix': { act: (desk) => writeOnWix(desk, 0, 'new'), wix: ['new'], store: ['new'], writes: { wix: 0, store: 1 }, proves: ['store.createReviews'] },
  'a review written in the store': { act: (desk) => writeInStore(desk, 0, 'new'), wix: ['new'], store: ['new'], writes: { wix: 1, store: 0 }, proves: ['wix.createReviews'] },
  'a review in the store by somebody Wix does not know': {
    act: (desk) => writeInStore(desk, 1, 'new'), wix: ['new'], store: ['new'], writes: { wix: 1, store: 0 }, proves: ['wix.createReviews', 'wix.createContact'],
    wrong: ({ world }) => (world.shops.contacts.size === 4 ? [] : [`${world.shops.contacts.size} contacts, one too many or too few`]),
  },
};

/** A pair born in the store, so that it has a title and an answer on both sides from the beginning. */
const BORN_WITH: Partial<ReviewFields> = { title: 'Title', reply: 'Thanks' };

function edit(side: 'wix' | 'store', change: Partial<ReviewFields>, proves: string): Operation {
  const [[field, value] = []] = Object.entries(change) as [keyof ReviewFields, ReviewFields[keyof ReviewFields]][];
  const text = change.body ?? 'first';
  return {
    wide: true,
    before: (desk) => writeInStore(desk, 0, 'first', BORN_WITH),
    act: (desk) => (side === 'wix' ? editOnWix(desk, change) : editInStore(desk, change)),
    wix: [text], store: [text],
    writes: side === 'wix' ? { wix: 0, store: 1 } : { wix: 1, store: 0 },
    proves: [proves],
    wrong: (desk) => (field === undefined ? [] : without(desk, field, value ?? null)),
  };
}

const edited: Operations = {
  'a title edited on Wix': edit('wix', { title: 'Other' }, 'store.updateReview'),
  'a title edited in the store': edit('store', { title: 'Other' }, 'wix.updateReview'),
  'a text edited on Wix': edit('wix', { body: 'second' }, 'store.updateReview'),
  'a text edited in the store': edit('store', { body: 'second' }, 'wix.updateReview'),
  'stars changed on Wix': edit('wix', { rating: 2 }, 'store.updateReview'),
  'stars changed in the store': edit('store', { rating: 2 }, 'wix.updateReview'),
  'a name changed on Wix': edit('wix', { author: 'D.' }, 'store.updateReview'),
  'a name changed in the store': edit('store', { author: 'D.' }, 'wix.updateReview'),
  'a review hidden on Wix': edit('wix', { status: 'hidden' }, 'store.setStatus'),
  'a review hidden in the store': edit('store', { status: 'hidden' }, 'wix.moderate'),
  'an answer changed on Wix': edit('wix', { reply: 'Sorry' }, 'store.setReply'),
  'an answer taken back on Wix': edit('wix', { reply: null }, 'store.setReply'),
  'an answer given in the store': edit('store', { reply: 'Sorry' }, 'wix.setReply'),
  'an answer taken back in the store': edit('store', { reply: null }, 'wix.setReply'),
  'text, title, stars, name, answer and visibility changed at once in the store': {
    ...edit('store', { status: 'hidden', body: 'second', title: 'Other', rating: 1, author: 'D.', reply: 'Sorry' }, 'wix.updateReview'),
    writes: { wix: 3, store: 0 }, proves: ['wix.updateReview', 'wix.moderate', 'wix.setReply'],
  },
};

function shown(side: 'wix' | 'store'): Operation {
  return {
    before: async (desk) => {
      writeInStore(desk, 0, 'first');
      await desk.settle();
      editInStore(desk, { status: 'hidden' });
    },
    act: (desk) => (side === 'wix' ? editOnWix(desk, { status: 'published' }) : editInStore(desk, { status: 'published' })),
    wix: ['first'], store: ['first'],
    writes: side === 'wix' ? { wix: 0, store: 1 } : { wix: 1, store: 0 },
    proves: [side === 'wix' ? 'store.setStatus' : 'wix.moderate'],
    wrong: (desk) => without(desk, 'status', 'published'),
  };
}

const pair = (desk: Desk): void => writeOnWix(desk, 0, 'first');

function pairThatHides(desk: Desk): void {
  choose(desk, { onDelete: 'hide' });
  writeOnWix(desk, 0, 'first');
}

const gone: Operations = {
  'a review shown again on Wix': shown('wix'),
  'a review shown again in the store': shown('store'),
  'a deletion on Wix': { before: pair, act: (desk) => deleteOnWix(desk), wix: [], store: [], writes: { wix: 0, store: 1 }, proves: ['store.trashReview'] },
  'a deletion in the store': { before: pair, act: (desk) => trashInStore(desk), wix: [], store: [], writes: { wix: 1, store: 0 }, proves: ['wix.deleteReview'] },
  'a deletion on Wix where deletions hide': {
    before: pairThatHides,
    act: (desk) => deleteOnWix(desk), wix: [], store: ['first'], writes: { wix: 0, store: 1 }, proves: ['store.setStatus'], explains: ['COUNTERPART_GONE'], wrong: (desk) => without(desk, 'status', 'hidden'),
  },
  'a deletion in the store where deletions hide': {
    before: pairThatHides,
    act: (desk) => trashInStore(desk), wix: ['first'], store: [], writes: { wix: 1, store: 0 }, proves: ['wix.moderate'], explains: ['COUNTERPART_GONE'], wrong: (desk) => without(desk, 'status', 'hidden'),
  },
  'a new, an edited and a deleted review of one product, told by one hint': {
    before: (desk) => {
      writeInStore(desk, 0, 'edited');
      writeInStore(desk, 2, 'deleted');
    },
    act: (desk) => {
      editInStore(desk, { body: 'edited since' }, 'edited');
      trashInStore(desk, 'deleted');
      writeInStore(desk, 3, 'new');
    },
    wix: ['edited since', 'new'], store: ['edited since', 'new'], writes: { wix: 3, store: 0 },
    proves: ['store.listReviewsOf', 'wix.createReviews', 'wix.updateReview', 'wix.deleteReview'],
    wrong: (desk) => (inStore(desk).length === 2 ? [] : ['the store lost one']),
  },
};

/** What a person does in one shop, and what becomes of it in the other. */
export const CARRYING: Operations = { ...written, ...edited, ...gone };

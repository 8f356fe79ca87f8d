import { expect, it } from 'vitest';
import type { InboxItem } from '../../../backend/endpoints/inbox/inbox-types';
import { note } from './item-words';

const item: InboxItem = {
  id: 'a', state: 'open', reason: 'edited', rating: 1, side: 'wix', raisedAtMs: 1, changedAtMs: 1, wakeAtMs: 0, answerMs: null,
  wixReviewId: null, wixProductId: null, storeProductId: null, contactId: null, revision: 'r', isBack: false, text: null,
};

it.each([
  ['is back only when it was here before', { isBack: true }, 'The customer changed this review, so it is back.'],
  ['is not called back when an edit raised it for the first time', {}, 'The customer changed this review; it was not here before.'],
  ['needs no word when it is simply new', { reason: 'new' }, null],
])('an open item %s', (_, over, said) => {
  expect(note({ ...item, ...over }, String)).toBe(said);
});

import { expect, it } from 'vitest';
import { heldByBoth } from './held-by-both';
import { FULL, WOO } from './plan.fixture';
import { FIELDS } from './review';
import { WIX_CAPABILITIES } from './wix-capabilities';

it('is every field when both sides hold all', () => {
  expect(heldByBoth({ capabilities: { wix: WIX_CAPABILITIES, store: FULL } })).toEqual(FIELDS);
});

it('leaves out what either side cannot hold', () => {
  expect(heldByBoth({ capabilities: { wix: WIX_CAPABILITIES, store: WOO } })).toEqual(['body', 'rating', 'author', 'status']);
  expect(heldByBoth({ capabilities: { wix: { ...WIX_CAPABILITIES, holds: ['title', 'rating'] }, store: WOO } })).toEqual(['rating']);
});

it('keeps one order, whatever order a connector declares', () => {
  const shuffled = { ...WOO, holds: ['status', 'author', 'body'] as const };
  expect(heldByBoth({ capabilities: { wix: WIX_CAPABILITIES, store: shuffled } })).toEqual(['body', 'author', 'status']);
});

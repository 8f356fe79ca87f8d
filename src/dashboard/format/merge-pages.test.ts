import { describe, expect, it } from 'vitest';
import { itemsOf, withFreshStart } from './merge-pages';

const page = (...ids: readonly string[]) => ({ items: ids.map((id) => ({ id })) });
const idsOf = (pages: readonly ReturnType<typeof page>[]): readonly string[] => pages.map(({ items }) => items.map(({ id }) => id).join(''));

describe('a long list whose first page was read anew', () => {
  it('loses what was dealt with, and shows nothing twice', () => {
    expect(idsOf(withFreshStart([page('a', 'b', 'c'), page('d', 'e')], page('b', 'c', 'd')))).toEqual(['bcd', 'e']);
  });

  it('gains what is new at its top without losing what that pushed down', () => {
    expect(idsOf(withFreshStart([page('a', 'b', 'c'), page('d', 'e')], page('n', 'a', 'b')))).toEqual(['nabc', 'de']);
  });

  it('is what was read when nothing was there before', () => {
    expect(idsOf(withFreshStart([], page('a')))).toEqual(['a']);
  });
});

it('items that two pages share are listed once, where they stood first', () => {
  expect(itemsOf([page('a', 'b'), page('b', 'c')]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

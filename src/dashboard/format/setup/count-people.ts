import type { PeopleCount } from '../../../backend/endpoints/setup/setup-types';

export interface PeopleTotals {
  readonly known: number;
  readonly unknown: number;
  readonly anonymousReviews: number;
  readonly onWix: number;
  readonly unreachable: number;
  readonly unreachableReviews: number;
  readonly reviews: number;
}

/** Adds the parts up. Somebody who is in several parts counts once. */
export function countPeople(parts: readonly PeopleCount[]): PeopleTotals {
  const distinct = (pick: (part: PeopleCount) => readonly string[]): number => new Set(parts.flatMap(pick)).size;
  const sum = (pick: (part: PeopleCount) => number): number => parts.reduce((total, part) => total + pick(part), 0);
  return {
    known: distinct(({ known }) => known),
    unknown: distinct(({ unknown }) => unknown),
    anonymousReviews: sum(({ anonymous }) => anonymous),
    onWix: distinct(({ onWix }) => onWix),
    unreachable: distinct(({ unreachable }) => unreachable),
    unreachableReviews: sum(({ unreachableReviews }) => unreachableReviews),
    reviews: sum(({ reviews }) => reviews),
  };
}

import { sameContent } from '../../core/compare-content';
import type { Field, ReviewFields } from '../../core/review';

interface Dated {
  readonly fields: ReviewFields;
  readonly writtenAt: string;
}

/**
 * Whether two reviews by one person of one product are the same review: same content, or written at the same second
 * (we carry the original date across, so an edited copy is still known by it).
 */
export function isCopy(a: Dated, b: Dated, holds: readonly Field[]): boolean {
  return sameContent(a.fields, b.fields, holds) || carriesDate(a, b);
}

/** Whether both were written at the same second, as a copy and its original are; two people's own words hardly ever. */
export function carriesDate(a: Pick<Dated, 'writtenAt'>, b: Pick<Dated, 'writtenAt'>): boolean {
  return toSecond(a.writtenAt) === toSecond(b.writtenAt);
}

/**
 * Whether a candidate in the bin may be this review's copy. People write the same words again after they deleted them;
 * to take the earlier copy, put in the bin then, for the new one's would delete what they just wrote. A copy carries
 * the date of its original. Limit: in a store that keeps no dates, a copy made and put in the bin within the seconds of
 * a crash comes back once.
 */
export function mayBeCopy(candidate: Dated & { readonly trashed: boolean }, original: Dated): boolean {
  return !candidate.trashed || carriesDate(candidate, original);
}

function toSecond(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000);
}

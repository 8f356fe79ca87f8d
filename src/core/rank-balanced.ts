import { wilsonBound } from './wilson-bound';

interface Dated {
  readonly helpful: number;
  readonly unhelpful: number;
  /** ISO 8601. */
  readonly writtenAt: string;
}

const DAY_MS = 86_400_000;
/** A review counts half as much after so long. */
const HALF_LIFE_DAYS = 730;

/**
 * Reviews whose votes are most surely helpful first, with newer ones ahead of older ones of the same worth. It lets a
 * new review with ten votes of ten pass an old one with forty of sixty, which a plain count never does.
 */
export function rankBalanced<Review extends Dated>(reviews: readonly Review[], nowMs: number): readonly Review[] {
  return reviews
    .map((review) => ({ review, worth: worth(review, nowMs), writtenMs: millis(review.writtenAt) }))
    .sort((left, right) => right.worth - left.worth || right.writtenMs - left.writtenMs)
    .map(({ review }) => review);
}

function worth({ helpful, unhelpful, writtenAt }: Dated, nowMs: number): number {
  const ageDays = Math.max(0, nowMs - millis(writtenAt)) / DAY_MS;
  return wilsonBound(helpful, unhelpful) * 0.5 ** (ageDays / HALF_LIFE_DAYS);
}

function millis(iso: string): number {
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? 0 : ms;
}

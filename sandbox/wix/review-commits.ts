import type { Actor } from './identity';
import { reviewNotFound } from './review-errors';
import { reviewHappenings, type ReviewChange } from './review-events';
import type { Review } from './review';
import type { ReviewRow } from './site-data';
import { nowIso, type World } from './world';

export interface ReviewCommits {
  readonly require: (id: string) => ReviewRow;
  /** Keeps a new or deleted review and announces it. */
  readonly commit: (review: Review, sequence: number, change: ReviewChange, actor: Actor) => Review;
  /** Keeps a changed review under its next revision; `null` announces nothing. */
  readonly touch: (row: ReviewRow, changes: Partial<Review>, change: ReviewChange | null, actor: Actor) => Review;
  /** How replies and votes are announced, if at all. */
  readonly sideChange: () => ReviewChange | null;
}

export function reviewCommits(world: World, instanceId: string): ReviewCommits {
  const { reviews } = world.dataOf(instanceId);
  const commit: ReviewCommits['commit'] = (review, sequence, change, actor) => {
    const happenings = reviewHappenings(review, change, sequence);
    if (change.kind === 'deleted') reviews.delete(review.id);
    else reviews.put({ id: review.id, review, sequence: sequence + happenings.length });
    world.events.emit(instanceId, actor.identity, happenings);
    return review;
  };
  return {
    require: (id) => reviews.get(id) ?? reviewNotFound(id),
    commit,
    touch(row, changes, change, actor) {
      const review = { ...row.review, ...changes, revision: String(BigInt(row.review.revision) + 1n), updatedDate: nowIso(world) };
      if (change !== null) return commit(review, row.sequence, change, actor);
      reviews.put({ ...row, review });
      return review;
    },
    sideChange: () => (world.switches.get().sideChanges === 'updated-event' ? { kind: 'updated' } : null),
  };
}

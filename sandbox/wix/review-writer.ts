import { invalidField } from './api-error';
import type { Actor } from './identity';
import { reviewCommits } from './review-commits';
import type { ReviewChange } from './review-events';
import { checkContent, checkReply } from './review-rules';
import type { ModerationStatus, Review, ReviewDraft, ReviewEdits } from './review';
import { duplicateReview, organicRefused, staleRevision } from './review-errors';
import { pairKey } from './site-data';
import { nowIso, type World } from './world';

/** Every way a review of one site changes, with the events each gives rise to. */
export interface ReviewWriter {
  create(draft: ReviewDraft, actor: Actor): Review;
  update(id: string, revision: string | null, edits: ReviewEdits, actor: Actor): Review;
  moderate(id: string, status: Exclude<ModerationStatus, 'IN_MODERATION'>, actor: Actor): Review;
  /** `null` removes the reply. */
  reply(id: string, message: string | null, actor: Actor): Review;
  vote(id: string, kind: 'helpful' | 'unhelpful', actor: Actor): Review;
  remove(id: string, actor: Actor): Review;
}

export function reviewWriter(world: World, instanceId: string): ReviewWriter {
  const data = world.dataOf(instanceId);
  const { require, commit, touch, sideChange } = reviewCommits(world, instanceId);
  return {
    create(draft, actor) {
      checkContent(draft.content);
      if (!data.contacts.get(draft.author.contactId)) throw invalidField('review.author.contactId', 'is not a contact of this site');
      if (data.reviewByPair.has(pairKey(draft))) throw duplicateReview(world.switches.get());
      const review = newReview(world, draft, actor);
      data.reviewByPair.set(pairKey(review), review.id);
      return commit(review, 0, { kind: 'created' }, actor);
    },
    update(id, revision, edits, actor) {
      const row = require(id);
      if (revision !== null && revision !== row.review.revision) throw staleRevision(row.review.revision);
      if (actor.origin.type === 'APP' && row.review.origin.type === 'ORGANIC' && world.switches.get().organicUpdates === 'refused') throw organicRefused();
      return touch(row, edited(world, row.review, edits), { kind: 'updated' }, actor);
    },
    moderate(id, status, actor) {
      const row = require(id);
      const from = row.review.moderation.moderationStatus;
      const publishCount = row.review.publishCount + (status === 'APPROVED' && from !== 'APPROVED' ? 1 : 0);
      const change: ReviewChange = { kind: 'moderated', from, alsoUpdated: world.switches.get().sideChanges === 'updated-event' };
      return touch(row, { moderation: { moderationStatus: status, manuallyChanged: true }, publishCount }, change, actor);
    },
    reply(id, message, actor) {
      const row = require(id);
      if (message === null) {
        const { reply: _, ...review } = row.review;
        return touch({ ...row, review }, {}, sideChange(), actor);
      }
      checkReply(message);
      const now = nowIso(world);
      return touch(row, { reply: { message, createdDate: row.review.reply?.createdDate ?? now, updatedDate: now } }, sideChange(), actor);
    },
    vote(id, kind, actor) {
      const row = require(id);
      const foundHelpful = row.review.foundHelpful + (kind === 'helpful' ? 1 : 0);
      const foundUnhelpful = row.review.foundUnhelpful + (kind === 'unhelpful' ? 1 : 0);
      return touch(row, { foundHelpful, foundUnhelpful, helpfulness: foundHelpful - foundUnhelpful }, sideChange(), actor);
    },
    remove(id, actor) {
      const row = require(id);
      data.reviewByPair.delete(pairKey(row.review));
      return commit(row.review, row.sequence, { kind: 'deleted', entity: world.switches.get().deletedEntity }, actor);
    },
  };
}

function newReview(world: World, draft: ReviewDraft, actor: Actor): Review {
  const now = nowIso(world);
  const isHeld = world.switches.get().moderation === 'on';
  return {
    ...draft,
    id: world.newId(),
    createdDate: now,
    updatedDate: now,
    reviewDate: draft.reviewDate ?? now,
    foundHelpful: 0,
    foundUnhelpful: 0,
    helpfulness: 0,
    moderation: { moderationStatus: isHeld ? 'IN_MODERATION' : 'APPROVED', manuallyChanged: false },
    revision: '1',
    verified: false,
    origin: actor.origin,
    relevanceScore: 0,
    publishCount: isHeld ? 0 : 1,
  };
}

function edited(world: World, review: Review, edits: ReviewEdits): Partial<Review> {
  const content = { ...review.content, ...edits.content };
  checkContent(content);
  const { moderation, editModeration } = world.switches.get();
  const waits = moderation === 'on' && editModeration === 'waits-again' && edits.content !== undefined;
  return {
    content,
    ...(edits.authorName === undefined ? {} : { author: { ...review.author, authorName: edits.authorName } }),
    ...(edits.reviewDate === undefined ? {} : { reviewDate: edits.reviewDate }),
    ...(waits ? { moderation: { moderationStatus: 'IN_MODERATION', manuallyChanged: false } } : {}),
  };
}

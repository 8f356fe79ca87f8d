import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../core/fingerprint';
import { brandId } from '../../core/ids';
import type { ReviewFields } from '../../core/review';
import { isEcho } from './is-echo';
import { wixBornLink } from './new-link';
import type { LinkRow } from './tables';
import type { WixReviewEvent } from './wix-review-event';

const FIELDS: ReviewFields = { title: 'Good', body: 'Would buy again', rating: 5, author: 'Dana', status: 'published', reply: null };
const NOW_MS = 1_000_000;
const identity = { reviewId: brandId<WixReviewEvent['reviewId']>('r1'), productId: brandId<NonNullable<WixReviewEvent['productId']>>('p1'), contactId: brandId<NonNullable<WixReviewEvent['contactId']>>('c1') };

function event(revision: string | null, fields: ReviewFields = FIELDS, ours = false): WixReviewEvent {
  const review = revision === null ? null : { id: identity.reviewId, ...identity, fields, revision, writtenAt: '2026-01-01T00:00:00.000Z' };
  return { kind: 'changed', instanceId: brandId('site'), ...identity, review, ours, erased: false };
}

const link: LinkRow = { ...wixBornLink(brandId('site'), { ...identity, review: null }, NOW_MS), wixRevision: '10', wixSeen: fingerprints(FIELDS) };

describe('an event', () => {
  it('of an older revision is history, whatever it shows and however the numbers are spelled', () => {
    expect(isEcho(link, event('9', { ...FIELDS, body: 'before' }), NOW_MS)).toBe(true);
  });

  it.each(['0', 'unreadable'])('with the revision %s is told by its content alone', (revision) => {
    expect(isEcho(link, event(revision), NOW_MS)).toBe(true);
    expect(isEcho(link, event(revision, { ...FIELDS, body: 'Edited' }), NOW_MS)).toBe(false);
  });

  it('of the revision we know is an echo when it shows what we know', () => {
    expect(isEcho(link, event('10'), NOW_MS)).toBe(true);
  });

  it('of the revision we know is news when it shows something else', () => {
    expect(isEcho(link, event('10', { ...FIELDS, rating: 1 }), NOW_MS)).toBe(false);
  });

  it('of a newer revision is news even when it looks the same', () => {
    expect(isEcho(link, event('11'), NOW_MS)).toBe(false);
  });

  it('that says it is ours is news all the same: the mark alone decides nothing', () => {
    expect(isEcho(link, event('11', { ...FIELDS, rating: 1 }, true), NOW_MS)).toBe(false);
  });

  it('without its review, or about another one, is looked at', () => {
    expect(isEcho(link, event(null), NOW_MS)).toBe(false);
    expect(isEcho({ ...link, wixReviewId: brandId<WixReviewEvent['reviewId']>('r2') }, event('1'), NOW_MS)).toBe(false);
  });

  it('of a create that we are at is left to whoever is at it, and to nobody once the lease is over', () => {
    const creating: LinkRow = { ...link, wixReviewId: null, wixRevision: null, intent: { kind: 'create', on: 'wix', sent: fingerprints(FIELDS) }, leaseUntilMs: NOW_MS + 1 };
    expect(isEcho(creating, event('1', FIELDS, true), NOW_MS)).toBe(true);
    expect(isEcho(creating, event('1', FIELDS, true), NOW_MS + 1)).toBe(false);
    expect(isEcho(creating, event('1', FIELDS, false), NOW_MS)).toBe(false);
  });

  it('of our create is its echo only on a pair whose copy on Wix is still unknown', () => {
    const creating: LinkRow = { ...link, wixReviewId: null, wixRevision: null, intent: { kind: 'create', on: 'wix', sent: fingerprints(FIELDS) }, leaseUntilMs: NOW_MS + 1 };
    expect(isEcho({ ...creating, wixReviewId: identity.reviewId }, event('1', FIELDS, true), NOW_MS)).toBe(false);
    expect(isEcho({ ...creating, intent: { kind: 'create', on: 'store', sent: fingerprints(FIELDS) } }, event('1', FIELDS, true), NOW_MS)).toBe(false);
    expect(isEcho({ ...creating, intent: null }, event('1', FIELDS, true), NOW_MS)).toBe(false);
  });

  it('is news while nothing of the review is known: no revision, or no content', () => {
    expect(isEcho({ ...link, wixRevision: null }, event('1'), NOW_MS)).toBe(false);
    expect(isEcho({ ...link, wixSeen: null }, event('10'), NOW_MS)).toBe(false);
  });

  it.each(['title', 'body', 'rating', 'author', 'status', 'reply'] as const)('of the revision we know is news when only the %s differs', (field) => {
    const other: ReviewFields = { title: 'Bad', body: 'Never again', rating: 1, author: 'Kim', status: 'hidden', reply: 'Thanks' };
    expect(isEcho(link, event('10', { ...FIELDS, [field]: other[field] }), NOW_MS)).toBe(false);
  });

  it('is told from history by every digit of a revision, beyond what a number holds', () => {
    const known: LinkRow = { ...link, wixRevision: '9007199254740992' };
    expect(isEcho(known, event('9007199254740993'), NOW_MS)).toBe(false);
    expect(isEcho({ ...known, wixRevision: '9007199254740993' }, event('9007199254740992', { ...FIELDS, rating: 1 }), NOW_MS)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { fingerprints } from '../../core/fingerprint';
import { FIELDS } from '../../core/review';
import { isOurCopy } from './is-our-copy';
import { storeBornLink } from './new-link';
import type { LinkRow } from './tables';
import type { WixReviewEvent } from './wix-review-event';

/** A store review whose copy on Wix was begun, and the event that tells of the copy. */
function begun(): { link: LinkRow; event: WixReviewEvent } {
  const site = new TestSite();
  const event = site.event(site.writeOnWix('Fits well', { title: 'Lovely' }));
  const { productId, contactId } = event;
  const sent = fingerprints(event.review?.fields ?? expect.fail('Expected the event to carry its review'));
  const born = storeBornLink(event.instanceId, site.writeInStore('Fits well'), productId ?? expect.fail('no product'), contactId ?? expect.fail('no contact'), site.nowMs);
  return { event, link: { ...born, intent: { kind: 'create', on: 'wix', sent } } };
}

describe('an event of a review that says what we sent', () => {
  it('is of our copy while the create is not recorded', () => {
    const { link, event } = begun();
    expect(isOurCopy(link, event, FIELDS)).toBe(true);
  });

  it('is of our copy whoever may see it and whatever the name', () => {
    const { link, event } = begun();
    const review = event.review === null ? null : { ...event.review, fields: { ...event.review.fields, author: 'Somebody', status: 'hidden' as const } };
    expect(isOurCopy(link, { ...event, review }, FIELDS)).toBe(true);
  });

  it.each<[string, (link: LinkRow) => Partial<LinkRow>]>([
    ['the copy is recorded', () => ({ wixReviewId: begun().event.reviewId })],
    ['nothing was begun', () => ({ intent: null })],
    ['the create was begun in the store', ({ intent }) => (intent?.kind === 'create' ? { intent: { ...intent, on: 'store' } } : {})],
  ])('is not when %s', (_, change) => {
    const { link, event } = begun();
    expect(isOurCopy({ ...link, ...change(link) }, event, FIELDS)).toBe(false);
  });

  it('is not when it says something else, or comes without its review', () => {
    const { link, event } = begun();
    const other = event.review === null ? null : { ...event.review, fields: { ...event.review.fields, body: 'Runs small' } };
    expect(isOurCopy(link, { ...event, review: other }, FIELDS)).toBe(false);
    expect(isOurCopy(link, { ...event, review: null }, FIELDS)).toBe(false);
  });

  it('compares no field that a store cannot hold', () => {
    const { link, event } = begun();
    const untitled = event.review === null ? null : { ...event.review, fields: { ...event.review.fields, title: '' } };
    expect(isOurCopy(link, { ...event, review: untitled }, FIELDS.filter((field) => field !== 'title'))).toBe(true);
    expect(isOurCopy(link, { ...event, review: untitled }, FIELDS)).toBe(false);
  });
});

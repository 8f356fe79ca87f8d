import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../core/fingerprint';
import { TestSite } from '../../../test/support/test-site';
import { wixBornLink } from './new-link';
import type { LinkRow } from './tables';
import { toldOfRival } from './told-of-rival';

const NOW_MS = 1_780_000_000_000;

function pair(over: Partial<LinkRow>): LinkRow {
  const site = new TestSite();
  const event = site.event(site.writeOnWix('Fits well'));
  return { ...wixBornLink(event.instanceId, event, NOW_MS - 1), ...over };
}
const begun: LinkRow['intent'] = { kind: 'create', on: 'store', sent: fingerprints({ title: '', body: 'Fits well', rating: 4, author: 'Dana', status: 'published', reply: null }) };

describe('another review by the same person in the store', () => {
  it('ends a pair that has begun nothing, with the reason in its history', () => {
    const told = toldOfRival(pair({ state: 'waiting', intent: null }), NOW_MS);
    expect(told).toMatchObject({ state: 'skipped', code: 'CONTACT_HAS_REVIEW' });
    expect(told?.timeline?.at(-1)).toMatchObject({ atMs: NOW_MS, code: 'CONTACT_HAS_REVIEW' });
  });

  it('has a create that was begun looked for first', () => {
    expect(toldOfRival(pair({ intent: begun, dueAtMs: null }), NOW_MS)).toEqual({ dueAtMs: NOW_MS });
    expect(toldOfRival(pair({ intent: begun, dueAtMs: NOW_MS + 1 }), NOW_MS)).toEqual({ dueAtMs: NOW_MS });
  });

  it.each<[string, Partial<LinkRow>]>([
    ['is given up', { state: 'skipped', code: 'CONTACT_HAS_REVIEW', intent: null }],
    ['stays where it is for another reason', { state: 'skipped', code: 'DIFFERENT_REVIEWS', intent: null }],
    ['is about to be looked at', { intent: begun, dueAtMs: NOW_MS }],
    ['has waited to be looked at for long', { intent: begun, dueAtMs: NOW_MS - 86_400_000 }],
  ])('is not said again to a pair that %s, so that a page short of calls has them for what is left', (_, over) => {
    expect(toldOfRival(pair(over), NOW_MS)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { fingerprint, fingerprints, type Base } from './fingerprint';
import { plan } from './plan';
import { NEVER, REVIEW, base, given, gone, present } from './plan.fixture';
import { NOTHING } from './plan-nothing';
import type { Seen } from './plan-types';

describe('a review that is on neither side', () => {
  const absent: readonly Seen[] = [NEVER, gone('event'), gone('trash'), gone('scan'), gone('none')];

  it('needs nothing, whatever was', () => {
    for (const wix of absent) for (const store of absent) for (const was of [null, base()]) expect(plan(given({ wix, store, base: was }))).toEqual(NOTHING);
  });
});

it('compares each side with its own base, so what a shop rewrote does not travel back', () => {
  const rewritten = { body: 'Would buy again!' };
  const was: Base = { wix: fingerprints(REVIEW), store: { ...fingerprints(REVIEW), body: fingerprint(rewritten.body) } };
  expect(plan(given({ wix: present(), store: present(rewritten), base: was }))).toEqual({ ...NOTHING, nextBase: was });
});

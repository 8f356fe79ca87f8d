import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalLine, canonicalText } from '../../../core/canonical-text';
import { captured } from '../../../../test/fixtures/woocommerce/exchange';
import { wireText } from './wire-text';

it('writes text as a real store stored it after filtering the same text', () => {
  const stored = captured('update-quotes-bug', 2).response.body as { update: { review: string }[] };
  const { review = '' } = stored.update[0] ?? {};
  expect(wireText('It\'s "great" & I\'d buy')).toBe(review.slice(0, review.indexOf(' <b>')));
  expect(wireText('Para <3 é 😀')).toBe(review.slice(review.indexOf('Para')));
});

it('leaves nothing that could be markup', () => {
  expect(wireText('<script>alert(1)</script>')).not.toMatch(/[<>]/u);
});

it('is read back as the same canonical text, whatever it is', () => {
  const unit = fc.constantFrom('<', '>', '&', '&lt', ';', 'b', ' ', '6', '"', "'", '\\', '\n', '/', '😀', '&amp;', '<b>', '<!--');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'grapheme' })), (raw) => {
      expect(canonicalText(wireText(canonicalText(raw)))).toBe(canonicalText(raw));
      expect(canonicalLine(wireText(canonicalLine(raw)))).toBe(canonicalLine(raw));
    }),
    { seed: 7, numRuns: 500 },
  );
});

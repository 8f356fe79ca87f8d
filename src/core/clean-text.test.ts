import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text';

const ZWNJ = '\u200c';
const ZWJ = '\u200d';
const family = `👨${ZWJ}👩${ZWJ}👧`;
const persian = `می${ZWNJ}خواهم`;

describe('cleanText', () => {
  it.each([
    ['line breaks of every system become \\n', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['more than one empty line becomes one', 'a\n\n\n\n\nb', 'a\n\nb'],
    ['lines of blanks count as empty', 'a\n  \n \t\n\nb', 'a\n\nb'],
    ['blanks at line ends go', 'a  \nb\t\n c', 'a\nb\n c'],
    ['blanks around the text go', ' \n\n a \n ', 'a'],
    ['a no-break space is a space', 'a\u00a0b', 'a b'],
    ['a tab is a space', 'a\tb', 'a b'],
    ['control characters go', 'a\u0000b\u0007c\u009fd', 'abcd'],
    ['zero-width space, soft hyphen and byte order mark go', '\ufeffa\u200bb\u00adc\u2060d', 'abcd'],
    ['letters are composed', 'Cafe\u0301', 'Café'],
    ['letters that an invisible mark kept apart are composed', 'Cafe\u200b\u0301', 'Café'],
    ['a lone high surrogate becomes a replacement character', 'a\ud83db', 'a\ufffdb'],
    ['a lone low surrogate becomes a replacement character', '\ude00', '\ufffd'],
    ['a pair of surrogates stays', '😀', '😀'],
    ['an emoji family stays together', `We ${family}!`, `We ${family}!`],
    ['a Persian word keeps its joiner', persian, persian],
    ['joiners next to blanks go', `a ${ZWJ} b${ZWNJ}`, 'a  b'],
    ['joiners between plain letters go', `a${ZWNJ}b${ZWJ}c`, 'abc'],
    ['joiners in a row are one', `می${ZWNJ}${ZWNJ}خواهم`, persian],
    ['marks of direction stay', 'שלום\u200f (abc\u200e)', 'שלום\u200f (abc\u200e)'],
    ['an ideographic space inside a line stays', '良い\u3000商品', '良い\u3000商品'],
    ['nothing stays nothing', '', ''],
  ])('%s', (_, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it('is idempotent over any text, broken surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
        expect(cleanText(cleanText(raw))).toBe(cleanText(raw));
      }),
      { numRuns: 500 },
    );
  });

  it('is idempotent over texts made of what it treats specially', () => {
    const piece = fc.constantFrom('a', 'é', 'e\u0301', '\u0301', '\u0323', ' ', '\n', '\r', '\t', ZWJ, ZWNJ, '\u200b', '👩', 'می', '\ud800', '\udc00', '\u037e', '\u212a', '\u00a0', '<', '\u0338', '\u0344');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const once = cleanText(pieces.join(''));
        expect(cleanText(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('never leaves a lone surrogate or a control character', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }), (units) => {
        expect(cleanText(String.fromCharCode(...units))).not.toMatch(/\p{Cs}|[\u0000-\u0009\u000b-\u001f]/u);
      }),
    );
  });

  it('takes linear time over a long run of blanks', () => {
    const startMs = performance.now();
    expect(cleanText(`a${' '.repeat(200_000)}b${'\n '.repeat(50_000)}c`)).toHaveLength(200_006);
    expect(performance.now() - startMs).toBeLessThan(1000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLine, canonicalText } from './canonical-text';

/** What WordPress does to `&` and `<` when a review is updated. */
function encoded(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const pieces = fc
  .array(
    fc.constantFrom(
      ...['<', '>', '&', ';', '/', '!', '-', '"', "'", '=', ' ', '\n', 'a', 'b', '3', '#', 'x', '\u037e', '\u0338', '\u200b', '\u200d', '😀', '\ud83d'],
      ...['&lt;', '&gt;', '&amp;', '&quot;', '&#60;', '&#x3c;', '&#38;', '&nbsp;', '&lt', '&copy=', '&#0;', '&#xd800;', '&zwj;', '&ZeroWidthSpace;'],
      ...['<b>', '</b>', '<p>', '</p>', '<br>', '<script>', '</script>', '<style>', '</style>', '<!--', '-->', '<a href="', '">', '<title>', '</title>', '<textarea>', '<plaintext>', '<svg>', '<![CDATA[', ']]>', '<?x'],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }));

describe('canonicalText', () => {
  it.each([
    ['plain text is itself', 'Great mug, would buy again.', 'Great mug, would buy again.'],
    ['a store update meets the text as it was typed', 'a &lt; b &amp; c', 'a < b & c'],
    ['the text as it was typed is itself', 'a < b & c', 'a < b & c'],
    ['quotes and dashes are decoded', '&quot;It&#8217;s&quot; &#8211; &hellip;', '"It’s" – …'],
    ['a heart stays', 'I <3 this', 'I <3 this'],
    ['an encoded heart stays', 'I &lt;3 this', 'I <3 this'],
    ['what a store did to the quotes sample', "It's &amp; I'd buy <b>again</b>\n\nPara &lt;3 é 😀", "It's & I'd buy again\n\nPara <3 é 😀"],
    ['what a store shows instead of the raw text', '<p>One<br />\nTwo</p>\n<p>Three</p>\n', 'One\nTwo\n\nThree'],
    ['list items become lines', '<ul><li>a</li><li>b</li></ul>', 'a\n\nb'],
    ['script content is dropped', 'Nice<script>steal()</script> mug', 'Nice mug'],
    ['encoded script content is dropped as well', 'Nice&lt;script&gt;steal()&lt;/script&gt; mug', 'Nice mug'],
    ['text encoded twice comes out the same', 'a &amp;lt; b &amp;amp; c', 'a < b & c'],
    ['an ampersand without a reference stays', 'R&D, AT&T; Q&A & co', 'R&D, AT&T; Q&A & co'],
    ['an address with parameters stays', 'see ?a=1&copy=2&lt=3', 'see ?a=1&copy=2&lt=3'],
    ['a no-break space is a space', 'a&nbsp;b', 'a b'],
    ['a reference to a lone surrogate is harmless', 'a&#xD83D;b', 'a\ufffdb'],
    ['a reference to nothing is harmless', 'a&#0;b', 'a\ufffdb'],
    ['right-to-left text stays', 'מוצר מצוין <b>ממש</b>', 'מוצר מצוין ממש'],
    ['a reference completed by composing is decoded', 'a &lt\u037e b', 'a < b'],
    ['emoji of several parts stay', '👩🏽‍🚀🇩🇪❤️', '👩🏽‍🚀🇩🇪❤️'],
    ['nothing stays nothing', '', ''],
    ['only tags is nothing', '<p> <br> </p>', ''],
  ])('%s', (_, raw, text) => {
    expect(canonicalText(raw)).toBe(text);
  });

  it('loses words that look like a tag, in both shops alike', () => {
    expect(canonicalText('so <very> good')).toBe('so  good');
    expect(canonicalText(encoded('so <very> good'))).toBe('so  good');
  });

  it('is idempotent over arbitrary strings', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const once = canonicalText(raw);
        expect(canonicalText(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it('gives the same text however often a store encoded it', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 3 }), (raw, times) => {
        let stored = raw;
        for (let time = 0; time < times; time += 1) stored = encoded(stored);
        expect(canonicalText(stored)).toBe(canonicalText(raw));
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves no complete tag behind', () => {
    fc.assert(
      fc.property(pieces, (raw) => {
        expect(canonicalText(raw)).not.toMatch(/<\/?[a-z][^<>"']*>/i);
      }),
      { numRuns: 2000 },
    );
  });

  it('never loses a word of text without angle brackets and references', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé😀!?,.']{1,8}$/u), { maxLength: 8 }), (words) => {
        expect(canonicalText(words.join(' ')).split(' ').filter(Boolean)).toEqual(words.map((word) => word.normalize('NFC')));
      }),
    );
  });

  it.each([
    ['an ampersand encoded a thousand times', `${'&amp;'.slice(0, 1)}${'amp;'.repeat(1000)}lt;b&gt;`],
    ['tags built from tags', `${'<scr<b>'.repeat(500)}ipt>${'</b>'.repeat(500)}`],
    ['a hundred unclosed scripts', '<script>'.repeat(100)],
  ])('stays idempotent and quick on hostile nesting: %s', (_, raw) => {
    const startMs = performance.now();
    const once = canonicalText(raw);
    expect(canonicalText(once)).toBe(once);
    expect(performance.now() - startMs).toBeLessThan(1000);
  });
});

describe('canonicalLine', () => {
  it.each([
    ['lines become one', 'Dana\r\nLevi', 'Dana Levi'],
    ['blanks become one', '  Dana \t  Levi ', 'Dana Levi'],
    ['paragraphs become one line', '<p>Dana</p><p>Levi</p>', 'Dana Levi'],
    ['references are decoded', 'Dana &amp; Noa', 'Dana & Noa'],
    ['an ideographic space is a blank', '山田\u3000花子', '山田 花子'],
    ['nothing stays nothing', ' \n ', ''],
  ])('%s', (_, raw, line) => {
    expect(canonicalLine(raw)).toBe(line);
  });

  it('is idempotent and on one line, whatever comes', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const line = canonicalLine(raw);
        expect(canonicalLine(line)).toBe(line);
        expect(line).not.toMatch(/\n| {2}/);
      }),
      { numRuns: 3000 },
    );
  });
});

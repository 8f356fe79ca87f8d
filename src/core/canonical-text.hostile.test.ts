import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLine, canonicalText } from './canonical-text';

/** What WooCommerce does to `&` and `<` on an update. */
const encoded = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Real spellings of one text as shops, editors and imports hand them over. */
const SPELLINGS: readonly (readonly [plain: string, spellings: readonly string[]])[] = [
  ['Café crème', ['Cafe\u0301 cre\u0300me', 'Caf&eacute; cr&egrave;me', 'Caf&#233; cr&#xE8;me', '<p>Café crème</p>', ' Café\u200b crème \n', 'Caf&amp;eacute; crème']],
  ['Tom & Jerry', ['Tom &amp; Jerry', 'Tom &#38; Jerry', 'Tom &amp;amp; Jerry', 'Tom&nbsp;&amp;&nbsp;Jerry', '<b>Tom</b> &amp; <i>Jerry</i>']],
  ['5 < 6 and 7 > 6', ['5 &lt; 6 and 7 &gt; 6', '5 &#60; 6 and 7 &#62; 6', '5 &amp;lt; 6 and 7 &amp;gt; 6', '<span>5 &lt; 6</span> and 7 > 6']],
  ["It's \"so\"", ['It&#039;s &quot;so&quot;', 'It&apos;s &#34;so&#34;', '<em>It&#39;s</em> &quot;so&quot;']],
  ['שלום עולם', ['<p dir="rtl">שלום עולם</p>', 'שלום&nbsp;עולם', '&#1513;&#1500;&#1493;&#1501; עולם']],
  ['👩🏽‍🚀 ok', ['&#128105;&#127997;&zwj;&#128640; ok', '<p>👩🏽‍🚀 ok</p>', '👩🏽‍\u200d🚀 ok']],
  ['One\nTwo', ['One\r\nTwo', 'One<br>Two', 'One<br />\nTwo', 'One\rTwo', 'One \n Two'.replace(' Two', 'Two'), 'One\u2028Two']],
  ['One\n\nTwo', ['<p>One</p><p>Two</p>', '<div>One</div>\n<div>Two</div>', 'One\r\n\r\n\r\nTwo', 'One<br><br>Two']],
];

describe('canonicalText, over spellings of one text', () => {
  describe.each(SPELLINGS)('%j', (plain, spellings) => {
    it.each(spellings)('is what %j means', (spelling) => {
      expect(canonicalText(spelling)).toBe(plain);
    });

    it('is itself, however often a shop encodes it', () => {
      for (let stored = plain, times = 0; times < 4; times += 1, stored = encoded(stored)) expect(canonicalText(stored)).toBe(plain);
    });
  });
});

describe('canonicalText, over scripts', () => {
  it.each([
    '<script>alert(1)</script>',
    '<SCRIPT SRC="https://evil.example/x.js"></SCRIPT>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<a href="java&#115;cript:alert(1)">x</a>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;',
    '&#60;script&#62;alert(1)&#60;/script&#62;',
    '&#x3C;img src=x onerror=alert(1)&#x3E;',
    '<<script>script>alert(1)<</script>/script>',
    '<style>@import "https://evil.example"</style>',
    '<!--<script>alert(1)</script>-->',
    '<math><mi xlink:href="data:x,<script>alert(1)</script>">',
    '<body onload=alert(1)>',
    '<scri\u0000pt>alert(1)</scri\u0000pt>',
    '<scri\u200bpt>alert(1)</scri\u200bpt>',
  ])('leaves nothing of %j that a browser would run', (html) => {
    const text = canonicalText(`Before ${html} after`);
    expect(text).toMatch(/^Before .*after$/s);
    // No complete tag is left, neither as it stands nor after a browser decoded it once more.
    for (const seen of [text, canonicalText(text), text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')]) expect(seen).not.toMatch(/<\/?[a-z][^<>]*>/i);
    expect(canonicalText(text)).toBe(text);
  });

  it.each(['\u003c!--', '<script>', '<style>', '<![CDATA[', '<?php', '<a href="', '<textarea>', '<title>', '<plaintext>', '<template>'])('does not lose what comes after an unclosed %s', (opening) => {
    expect(canonicalText(`Good. ${opening} Still good.`)).toMatch(/^Good\..*Still good\.$/);
  });
});

describe('canonicalText, over 70,000 characters', () => {
  const LENGTH = 70_000;
  it.each([
    ['plain words', 'good mug '],
    ['emoji of several parts', '👩🏽‍🚀'],
    ['right-to-left words', 'שלום '],
    ['combining marks', 'e\u0301'],
    ['entities', '&amp;'],
    ['entities of entities', '&amp;amp;lt;'],
    ['angle brackets', '<'],
    ['hearts', '<3 '],
    ['tags', '<b>x</b>'],
    ['scripts', '<script>x</script>'],
    ['paragraphs', '<p>x</p>\n'],
    ['blanks', ' \t\u00a0'],
    ['line breaks', '\r\n'],
    ['joiners', '\u200d\u200c'],
    ['halves of surrogates', '\ud83d'],
  ])('is quick, stable and no longer than %s were', (_, piece) => {
    const raw = `Start ${piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH)} end`;
    const startMs = performance.now();
    const text = canonicalText(raw);
    expect(canonicalText(text)).toBe(text);
    // Linear work takes tens of ms; quadratic work takes minutes.
    expect(performance.now() - startMs).toBeLessThan(3000);
    expect(text.length).toBeLessThanOrEqual(raw.length);
    expect(text).toMatch(/^Start/);
    expect(text).toMatch(/end$/);
  });

  it('cuts nothing off: a plain text is itself to the last character', () => {
    const raw = 'Long story, with é and 😀. '.repeat(3000).trim();
    expect(raw.length).toBeGreaterThan(LENGTH);
    expect(canonicalText(raw)).toBe(raw);
  });
});

describe('canonicalText, over combining marks', () => {
  it('meets the composed and the decomposed spelling of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'e', 'o', 'n', 'ㅎ', 'ㅏ', '\u0301', '\u0308', '\u0323', '\u05b0', 'ש', 'é', '한', ' '), maxLength: 20 }), (raw) => {
        expect(canonicalText(raw.normalize('NFD'))).toBe(canonicalText(raw.normalize('NFC')));
      }),
      { numRuns: 1000 },
    );
  });

  it('is composed already, so that no shop composes it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
        const text = canonicalText(raw);
        expect(text.normalize('NFC')).toBe(text);
        expect(text).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('canonicalLine, over names', () => {
  it.each([
    ['<script>alert(1)</script>Dana', 'Dana'],
    ['Dana<br>Levi', 'Dana Levi'],
    ['O&#039;Neil &amp; Sons', "O'Neil & Sons"],
    ['דנה\u00a0 לוי', 'דנה לוי'],
    ['🦊\tFox\r\n🦊', '🦊 Fox 🦊'],
    ['Rene\u0301e', 'Renée'],
    ['  ', ''],
    ['\u200b\ufeff', ''],
    ['Dana\u2028Levi', 'Dana Levi'],
    ['I <3 you', 'I <3 you'],
  ])('makes one line of %j', (raw, line) => {
    expect(canonicalLine(raw)).toBe(line);
  });

  it('gives the name both shops agree on, however often one encodes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.integer({ min: 0, max: 3 }), (raw, times) => {
        let stored = raw;
        for (let time = 0; time < times; time += 1) stored = encoded(stored);
        // A `>` alone is text in both spellings; what looks like a tag is lost in both alike.
        expect(canonicalLine(stored)).toBe(canonicalLine(raw));
      }),
      { numRuns: 1000 },
    );
  });
});

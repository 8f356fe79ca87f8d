import fc from 'fast-check';
import { expect, test } from 'vitest';
import { autop, renderComment } from './autop';
import { kses } from './kses';
import { filterName, filterPostKses, markLinks } from './text-filters';

test('kses encodes stray signs, removes unknown tags and keeps their text', () => {
  expect(kses('a & b < c <3 &amp; <b>d</b> <script>e</script> > <a href="https://x.test" onclick="f()">g</a>')).toBe(
    'a &amp; b &lt; c &lt;3 &amp; <b>d</b> e &gt; <a href="https://x.test">g</a>',
  );
});

test('kses changes nothing the second time', () => {
  const texts = fc.array(fc.constantFrom('a', '<', '>', '&', 'b>', '</b', 'amp;', '"', "'", ' ', '\n')).map((parts) => parts.join(''));
  fc.assert(fc.property(texts, (text) => kses(kses(text)) === kses(text)));
});

test('a single update slashes quotes and eats lone backslashes', () => {
  expect(filterPostKses(`It's "great" \\ back`)).toBe(`It\\'s \\"great\\"  back`);
});

test('links are marked once', () => {
  expect(markLinks(markLinks('<a href="https://x.test">x</a>'))).toBe('<a href="https://x.test" rel="nofollow ugc">x</a>');
});

test('names lose tags and line breaks', () => {
  expect(filterName(" Ann <b>O'Neil</b>\n& Co ")).toBe("Ann O'Neil &amp; Co");
});

test('paragraphs and line breaks become tags, breaks inside what looks like a tag stay', () => {
  expect(autop('one\ntwo\n\nthree')).toBe('<p>one<br />\ntwo</p>\n<p>three</p>\n');
  expect(autop('I <3\n\nit')).toBe('<p>I <3\n\nit</p>\n');
  expect(renderComment('I <3 "it"')).toBe('<p>I &lt;3 &#8220;it&#8221;</p>\n');
});

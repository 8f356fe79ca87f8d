import { describe, expect, it } from 'vitest';
import { stripMarkup } from './strip-markup';

describe('stripMarkup', () => {
  it.each([
    ['text without tags is itself', 'fine & dandy', 'fine & dandy'],
    ['inline tags go, their content stays', 'I <b>love</b> <em class="x">it</em>', 'I love it'],
    ['a link keeps its words', '<a href="https://example.com/?a=1&b=2" rel=\'nofollow\'>shop</a>', 'shop'],
    ['an attribute may hold a >', '<a title="a > b">x</a>', 'x'],
    ['tags in capitals go', '<B>x</B>', 'x'],
    ['unknown tags go', '<o:p>x</o:p>', 'x'],
    ['paragraphs are lines', '<p>a</p><p>b</p>', '\na\n\nb\n'],
    ['<br> is one line break, whatever its spelling', 'a<br>b<br/>c<br />d', 'a\nb\nc\nd'],
    ['a line break in the source after <br> is layout', 'a<br />\nb<br>\r\nc', 'a\nb\nc'],
    ['list items are lines', '<ul><li>a</li><li>b</li></ul>', '\n\na\n\nb\n\n'],
    ['a script goes with its content', 'a<script>alert("<b>")</script>b', 'ab'],
    ['a style goes with its content', '<style>p{color:red}</style>b', 'b'],
    ['a comment goes', 'a<!-- <b>no</b> -->b', 'ab'],
    ['a doctype and an instruction go', '<!doctype html><?php echo 1 ?>b', 'b'],
    ['references are left for the caller', 'a &lt; b &amp; c', 'a &lt; b &amp; c'],
    ['references without a semicolon are left alone', '<b>?a=1&copy=2</b>', '?a=1&copy=2'],
  ])('%s', (_, html, text) => {
    expect(stripMarkup(html)).toBe(text);
  });

  it.each(['a < b', 'I <3 it', 'broke my heart </3', '<', 'a <', 'a << b', 'I <love it', '<b', '</', '<!', '<!--', '<!-- never closed', '<![CDATA[x', '<?', '<a title="never closed>', '1<2, 3>2', "<b don't> & more"])(
    'keeps %s, which is not a complete tag',
    (text) => {
      expect(stripMarkup(text)).toBe(text.replaceAll('<', '&lt;'));
    },
  );

  it.each([
    ['I <script> a lot', 'I  a lot'],
    ['no <style> at all', 'no  at all'],
    ['<b>x <script>y', 'x y'],
  ])('does not lose the words after a script that nothing closes: %s', (html, text) => {
    expect(stripMarkup(html)).toBe(text);
  });

  it.each([
    ['an end without a beginning ends a line, or nothing', 'a</p>b</b>c', 'a\nbc'],
    ['a beginning without an end begins a line', 'a<li>b<li>c', 'a\nb\nc'],
    ['ends in another order take nothing along', '<b><i>x</b>y</i>', 'xy'],
    ['an end in capitals ends a script', '<SCRIPT>alert(1)</Script>b', 'b'],
    ['a tag that ends itself is one tag', 'a<hr/>b<img src="x" />c', 'a\nbc'],
    ['what looks like a tag in a script is none', '<script>"<p>"</script>b', 'b'],
    ['two scripts are two', '<script>1</script>a<script>2</script>b', 'ab'],
    ['a style in a paragraph leaves the paragraph', '<p>a<style>p{}</style>b</p>', '\nab\n'],
    ['an attribute without quotes ends with its tag', '<a href=x>y</a>', 'y'],
    ['spaces before the end of a tag belong to it', '<p >a</p >b', '\na\nb'],
  ])('%s', (_, html, text) => {
    expect(stripMarkup(html)).toBe(text);
  });

  it('is done with a page of the longest hostile reviews in a fraction of what an invocation may compute', () => {
    const hostile = '<b>'.repeat(9_800) + '</i>'.repeat(8_200);
    const startedMs = performance.now();
    for (let review = 0; review < 100; review += 1) stripMarkup(hostile);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });

  it('keeps an unfinished tag after finished ones', () => {
    expect(stripMarkup('<p>a</p> x <b')).toBe('\na\n x &lt;b');
  });

  it.each([['<b>', '</i>'], ['<div>', '</p>'], ['<p>', '</li>']])('takes linear time over many %s and as many %s, none of which closes one', (open, close) => {
    const startMs = performance.now();
    stripMarkup(open.repeat(30_000) + close.repeat(30_000));
    expect(performance.now() - startMs).toBeLessThan(2000);
  });

  it.each(['<', '<a ', '<!--', '<a "', "<a '", '<a b=" c=\'', '</', '<script', '<a>'])('takes linear time over a text full of %s', (piece) => {
    const startMs = performance.now();
    stripMarkup(piece.repeat(30_000));
    expect(performance.now() - startMs).toBeLessThan(2000);
  });
});

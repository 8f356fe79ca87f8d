/** Canonical texts that one store or another was seen to spoil. */
export const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['quotes', `It's "great" and I'd say ‘so’ “twice”`],
  ['a backslash', 'One \\ two \\o/ three C:\\new'],
  ['an ampersand', 'Tom & Jerry && R&D'],
  ['less-than and greater-than', 'I <3 it: 5 < 6 and 7 > 6'],
  ['what only looks like markup', 'a <b c, </3, &lt c, <!-- no'],
  ['emoji outside the basic plane', 'Lovely \u{1F600} \u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}'],
  ['right-to-left text', 'מוצר מצוין! ممتاز جدا'],
  ['paragraphs', 'First line\nsecond line\n\nNew paragraph'],
  ['percent signs, a plus and a zero', '100% +1 %s %20 0'],
];

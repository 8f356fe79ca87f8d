const LONE_SURROGATES = /\p{Cs}/gu;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
/** Blanks that shops swap for a plain one when they edit: tab and no-break space. */
const ODD_BLANKS = /[\t\u00a0]/g;
/**
 * Control characters, and marks that take no room: soft hyphen, zero-width space, word joiner and its kin, byte order
 * mark. Marks of direction stay: right-to-left text needs them. So do the two joiners; see `JOINERS`.
 */
// eslint-disable-next-line no-control-regex -- Control characters are what it is for.
const INVISIBLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u180e\u200b\u2060-\u2064\ufeff]/g;
const JOINERS = /[\u200c\u200d]+/g;
/** What a joiner can join: letters, marks and pictures beyond ASCII. */
const JOINABLE = /[^\p{ASCII}\p{Z}\p{C}\p{P}]/u;

/** The same text, made of the same bytes whoever typed it. Idempotent; knows nothing of HTML. */
export function cleanText(raw: string): string {
  const plain = raw.replace(LONE_SURROGATES, '\ufffd').replace(LINE_BREAKS, '\n').replace(ODD_BLANKS, ' ').replace(INVISIBLE, '');
  // Composed on both sides of dropping joiners: the first decides what their neighbours are, the second closes the gaps.
  return trimLines(dropIdleJoiners(plain.normalize('NFC')).normalize('NFC'));
}

/** Line by line instead of one expression: on a long run of blanks that would take quadratic time. */
function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Joiners hold families of emoji together and shape Persian and Indic words; anywhere else they are invisible litter. */
function dropIdleJoiners(text: string): string {
  return text.replace(JOINERS, (joiners, offset: number) => {
    const before = lastCharacter(text.slice(Math.max(0, offset - 2), offset));
    const after = text.codePointAt(offset + joiners.length);
    const joins = JOINABLE.test(before) && after !== undefined && JOINABLE.test(String.fromCodePoint(after));
    return joins ? joiners.charAt(0) : '';
  });
}

function lastCharacter(text: string): string {
  return Array.from(text).at(-1) ?? '';
}

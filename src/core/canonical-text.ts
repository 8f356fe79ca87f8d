import { decodeHTMLStrict } from 'entities';
import { cleanText } from './clean-text';
import { stripMarkup } from './strip-markup';

/** Real text is done after three rounds; only text nested on purpose needs more. */
const MAX_ROUNDS = 12;

/**
 * The one spelling of a text that both shops are compared in and given: plain, NFC, `\n`, trimmed.
 *
 * Shops encode text a different number of times (WooCommerce stores `<` as typed on create and as `&lt;` on update),
 * and nothing in the text tells how often. So tags are stripped and references decoded until nothing changes: the
 * result is a fixed point, which makes the function idempotent, and however often a shop encoded a text, it comes out
 * the same. The rounds end because stripping and decoding only shorten.
 *
 * What that costs: a shopper who explains that "&lt;" is written `&amp;lt;` reads `<` in both; and words in angle
 * brackets that look like a complete tag ("so <very> good") are lost, as they are in WordPress. A `<` that begins no
 * complete tag is text, and so is `&` without a reference that ends in `;`.
 */
export function canonicalText(raw: string): string {
  let text = cleanText(raw);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (!/[<&]/.test(text)) return text;
    const next = cleanText(decodeHTMLStrict(stripMarkup(text)));
    if (next === text) return text;
    text = next;
  }
  // Hostile nesting. Without these two characters no round can change it any more.
  return cleanText(text.replace(/[<&]/g, ''));
}

/** Canonical text on one line, for names and titles. */
export function canonicalLine(raw: string): string {
  return canonicalText(raw).replace(/\s+/g, ' ');
}

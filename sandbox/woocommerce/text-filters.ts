import { kses, normalizeEntities } from './kses';

/** PHP's `stripslashes`: drops a backslash and keeps what follows it. */
export function stripSlashes(text: string): string {
  return text.replace(/\\([\s\S]?)/g, '$1');
}

/** PHP's `addslashes`. */
export function addSlashes(text: string): string {
  return text.replace(/[\\'"]/g, '\\$&');
}

/**
 * The filter a single-review update runs its text through. It expects slashed input and gets plain input, so it
 * leaves backslashes before quotes and eats lone ones: WooCommerce's bug #34193, kept on purpose.
 */
export function filterPostKses(text: string): string {
  return addSlashes(kses(stripSlashes(text)));
}

/** WordPress adds `rel="nofollow ugc"` to every link of a comment when it is saved. */
export function markLinks(text: string): string {
  return text.replace(/<a\s([^>]*)>/gi, (_tag, attributes: string) => {
    const others = attributes.replace(/\s*rel\s*=\s*("[^"]*"|'[^']*')/gi, '').trim();
    return `<a ${others} rel="nofollow ugc">`;
  });
}

/** A reviewer's name as it is stored: no tags, one line, entities for `&`, `<` and `>`. */
export function filterName(name: string): string {
  const plain = name
    .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?[a-zA-Z!][^>]*>/g, '')
    .replace(/[\r\n\t ]+/g, ' ')
    .replace(/%[a-f0-9]{2}/gi, '')
    .trim();
  return normalizeEntities(plain).replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An address WordPress does not believe is stored as nothing at all, without an error. */
export function filterEmail(email: string): string {
  const text = email.trim();
  return isEmail(text) ? text : '';
}

export function isEmail(text: string): boolean {
  return text.length >= 6 && /^[a-zA-Z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+$/.test(text);
}

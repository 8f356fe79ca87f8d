/** Tags a comment may keep; any other tag goes, its text stays. */
const ALLOWED_TAGS = new Set(
  'a abbr acronym b blockquote br cite code del em i li ol p pre q s span strike strong ul'.split(' '),
);
const ALLOWED_ATTRIBUTES = new Set(['href', 'title', 'rel', 'cite', 'datetime']);

/**
 * What WordPress' `wp_kses` makes of a text: bare `&` and `<` become entities, a lone `>` too, and tags outside the
 * list are removed. It never decodes, so a second pass changes nothing.
 */
export function kses(text: string): string {
  const entities = normalizeEntities(text.replaceAll('\0', ''));
  const lessThan = entities.replace(/<[^>]*?(?:(?=<)|>|$)/g, (part) => (part.includes('>') ? part : escapeHtml(part)));
  return lessThan.replace(/<!--[\s\S]*?(?:-->|$)|<[^>]*>|>/g, filterTag);
}

function filterTag(part: string): string {
  if (part === '>') return '&gt;';
  const match = /^<\s*(\/?)\s*([a-zA-Z0-9-]+)([^>]*)>$/.exec(part);
  const [, slash = '', name = '', attributes = ''] = match ?? [];
  if (!ALLOWED_TAGS.has(name.toLowerCase())) return '';
  if (slash !== '') return `</${name}>`;
  const kept = [...attributes.matchAll(/([a-zA-Z-]+)\s*=\s*("[^"]*"|'[^']*')/g)]
    .filter(([, key = '', value = '']) => ALLOWED_ATTRIBUTES.has(key.toLowerCase()) && !/^.\s*javascript:/i.test(value))
    .map(([, key, value]) => ` ${key}=${value}`);
  return `<${name}${kept.join('')}${/\/\s*$/.test(attributes) ? ' /' : ''}>`;
}

/** Writes `&amp;` for every `&` that does not start an entity. */
export function normalizeEntities(text: string): string {
  return text.replace(/&(?!(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)/g, '&amp;');
}

export function escapeHtml(text: string): string {
  return normalizeEntities(text)
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#039;');
}

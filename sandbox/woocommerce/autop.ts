import { escapeHtml } from './kses';

/** Stands for a line break inside a tag while paragraphs are made; it cannot occur in the text. */
const PROTECTED_BREAK = '\0';

/**
 * WordPress' `wpautop`: blank lines make paragraphs, single breaks make `<br />`. A `<` counts as the start of a tag
 * up to the next `>`, so breaks behind a stray `<3` are kept as they are; the real one has the same quirk.
 */
export function autop(text: string): string {
  if (text.trim() === '') return '';
  const unified = text.replace(/\r\n?/g, '\n').replace(/<[^>]*>?/g, (tag) => tag.replaceAll('\n', PROTECTED_BREAK));
  return unified
    .split(/\n\s*\n/)
    .map((part) => part.replace(/^\n+|\s+$/g, ''))
    .filter((part) => part !== '')
    .map((part) => `<p>${part.replace(/\s*\n/g, '<br />\n')}</p>\n`)
    .join('')
    .replaceAll(PROTECTED_BREAK, '\n');
}

/** `content.rendered` of wp/v2: balanced tags and curly quotes, then paragraphs. */
export function renderComment(text: string): string {
  const balanced = text.replace(/<(?![a-zA-Z/!])/g, () => escapeHtml('<'));
  const curly = balanced.replace(/<[^>]*>|"|'/g, (part, at: number) => {
    if (part.startsWith('<')) return part;
    const opens = at === 0 || /[\s([{]/.test(balanced.charAt(at - 1));
    if (part === '"') return opens ? '&#8220;' : '&#8221;';
    return opens ? '&#8216;' : '&#8217;';
  });
  return autop(curly);
}

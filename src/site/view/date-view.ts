import { element } from './element';

const STYLE: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' };
/** Making one takes longer than drawing a review. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day a review was written, as the page's language writes days. `null` when it is no date. */
export function dateView(iso: string, language: string): HTMLElement | null {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  return element('time', { datetime: iso.slice(0, 10) }, formatFor(language).format(date));
}

/** Readies the page's language, which is most of the work of drawing the first date. */
export function prepareDates(): void {
  formatFor(document.documentElement.lang).format(0);
}

function formatFor(language: string): Intl.DateTimeFormat {
  const format = formats.get(language) ?? makeFormat(language);
  formats.set(language, format);
  return format;
}

function makeFormat(language: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language === '' ? undefined : language, STYLE);
  } catch {
    return new Intl.DateTimeFormat('en', STYLE);
  }
}

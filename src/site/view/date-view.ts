import { element } from './element';

/** The day a review was written, as the page's language writes days. `null` when it is no date. */
export function dateView(iso: string, language: string): HTMLElement | null {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  return element('time', { datetime: iso.slice(0, 10) }, formatted(date, language));
}

function formatted(date: Date, language: string): string {
  const style: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' };
  try {
    return new Intl.DateTimeFormat(language === '' ? undefined : language, style).format(date);
  } catch {
    return new Intl.DateTimeFormat('en', style).format(date);
  }
}

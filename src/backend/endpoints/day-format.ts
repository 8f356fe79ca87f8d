/** A day as people write it: 'March 14, 2026'. Empty for what is no date. */
export type DayFormat = (iso: string) => string;

const STYLE: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' };

/**
 * Days in the language of a page, as its `lang` names it; whatever is no language gets English. Written here because the first
 * date of a language keeps a phone busy for longer than drawing all reviews (decision 0083).
 */
export function dayFormat(language: string): DayFormat {
  const format = formatFor(language);
  return (iso) => {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? '' : format.format(date);
  };
}

function formatFor(language: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, STYLE);
  } catch {
    return new Intl.DateTimeFormat('en', STYLE);
  }
}

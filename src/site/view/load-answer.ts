import { httpClient } from '@wix/essentials';
import { readSiteAnswer } from './read-site-answer';
import type { SiteAnswer } from '../../backend/endpoints/site-types';
import { siteQueryText, type SiteQuery } from './site-query';

/**
 * Asks the app's own endpoint, in the visitor's name. Its address is found from where this script was loaded: relative
 * to the page it would mean the merchant's site. The variable keeps bundlers from taking it for a file to bundle.
 */
export async function loadAnswer(query: SiteQuery): Promise<SiteAnswer> {
  const here = import.meta.url;
  // The days come written in the page's language: the browser would be busy for long with its first date.
  const lang = new URLSearchParams({ lang: (document.documentElement.lang || navigator.language).slice(0, 35) });
  const response = await httpClient.fetchWithAuth(new URL(`/api/site/reviews?${siteQueryText(query)}&${lang}`, here).href);
  if (!response.ok) throw new Error(`Expected reviews, got HTTP ${response.status}`);
  return readSiteAnswer(await response.json());
}

import type { ProviderAPI } from '@wix/dashboard/provider';
import type { HostSettings } from './dashboard-page';

export interface PageLocation {
  readonly pageId: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

type Destination = Parameters<ProviderAPI['navigate']>[0];

/** The page's place within the dashboard: this window's address below the page's own. */
export class Location {
  readonly #settings: HostSettings;
  readonly #observers = new Set<(location: PageLocation) => void>();

  constructor(settings: HostSettings) {
    this.#settings = settings;
    window.addEventListener('popstate', () => { this.#tell(); });
  }

  get current(): PageLocation {
    const { page } = this.#settings;
    const { pathname, search, hash } = window.location;
    const below = pathname.slice(`/dashboard/${page.route}`.length);
    return { pageId: page.id, pathname: below === '' ? '/' : below, search, hash };
  }

  observe(observer: (location: PageLocation) => void): { disconnect: () => void } {
    this.#observers.add(observer);
    observer(this.current);
    return { disconnect: () => this.#observers.delete(observer) };
  }

  urlOf(destination: Destination): string {
    const { pageId, relativeUrl = '' } = typeof destination === 'string' ? { pageId: destination } : destination;
    const { pages, page } = this.#settings;
    const target = pages.find(({ id }) => id === (pageId ?? page.id)) ?? page;
    const below = relativeUrl === '' || /^[/?#]/u.test(relativeUrl) ? relativeUrl : `/${relativeUrl}`;
    return `${window.location.origin}/dashboard/${target.route}${below}`;
  }

  /** Another page is loaded; another place on the same page is only told. */
  navigate(destination: Destination): void {
    const url = this.urlOf(destination);
    const pageId = typeof destination === 'string' ? destination : destination.pageId;
    if (pageId !== undefined && pageId !== this.#settings.page.id) {
      window.location.assign(url);
      return;
    }
    window.history.pushState(null, '', url);
    this.#tell();
  }

  #tell(): void {
    for (const observer of this.#observers) observer(this.current);
  }
}

/** The address the host gives an iframe: what Wix puts there, with its own origin. */
export function hostAddress(iframePath: string, { siteName }: HostSettings): string {
  const query = new URLSearchParams({
    origin: 'https://manage.wix.com',
    essentials: JSON.stringify({ language: 'en', locale: 'en-US', timezone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
    siteInfo: JSON.stringify({ siteDisplayName: siteName }),
  });
  // The page decodes these as URI components, where a plus is a plus.
  return `${iframePath}?${query.toString().replaceAll('+', '%20')}`;
}

import type { Journal, Table } from '../journal';

export type CatalogVersion = 'V1_CATALOG' | 'V3_CATALOG' | 'STORES_NOT_INSTALLED';

/** A Wix site with the app installed. Its id is the app's instance id there. */
export interface Site {
  readonly id: string;
  readonly siteId: string;
  readonly displayName: string;
  readonly url: string;
  readonly ownerEmail: string;
  readonly catalogVersion: CatalogVersion;
  /** Set when the site is a duplicate of another one. */
  readonly originInstanceId: string | null;
  readonly installed: boolean;
}

export interface NewSite {
  readonly instanceId: string;
  readonly displayName: string;
  readonly catalogVersion?: CatalogVersion;
  readonly originInstanceId?: string | null;
}

export type Sites = Table<Site>;

export function openSites(journal: Journal): Sites {
  return journal.table<Site>('wix/sites');
}

export function newSite({ instanceId, displayName, catalogVersion = 'V3_CATALOG', originInstanceId = null }: NewSite): Site {
  const siteId = `5173${instanceId.slice(4)}`;
  return {
    id: instanceId,
    siteId,
    displayName,
    url: `https://${siteId.slice(0, 8)}.example.com`,
    ownerEmail: 'owner@example.com',
    catalogVersion,
    originInstanceId,
    installed: true,
  };
}

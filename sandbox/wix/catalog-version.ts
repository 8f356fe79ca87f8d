import { applicationError } from './api-error';
import { ANYONE, type Call, type Route } from './route';
import type { CatalogVersion } from './site';

export function catalogVersionRoutes(): readonly Route[] {
  return [{ method: 'GET', path: '/stores/v3/provision/version', access: 'read', subjects: ANYONE, handle: ({ site }) => ({ catalogVersion: site.catalogVersion }) }];
}

/** A site has one catalog; the other one's API refuses to serve it. */
export function requireCatalog({ site }: Call, wanted: Exclude<CatalogVersion, 'STORES_NOT_INSTALLED'>): void {
  if (site.catalogVersion === wanted) return;
  if (site.catalogVersion === 'STORES_NOT_INSTALLED') throw applicationError(428, 'APP_NOT_INSTALLED', 'Wix Stores is not installed on this site');
  const code = wanted === 'V3_CATALOG' ? 'CATALOG_V1_SITE_CALLING_CATALOG_V3_API' : 'CATALOG_V3_SITE_CALLING_CATALOG_V1_API';
  throw applicationError(428, code, `This site uses ${site.catalogVersion}`);
}

import { describe, expect, it } from 'vitest';
import { applySeedToWix } from '../seed/apply-seed-to-wix';
import { buildSeed } from '../seed/seed';
import { SITE, testSite } from './test-site';

const packed = (request: object) => `?.r=${Buffer.from(JSON.stringify(request)).toString('base64url')}`;
const V1 = '/stores-reader/v1/products/query-platformized';
const V3 = '/stores/v3/products';

async function shop(catalogVersion: 'V1_CATALOG' | 'V3_CATALOG' | 'STORES_NOT_INSTALLED') {
  const site = await testSite();
  applySeedToWix(site.wix, buildSeed(), SITE);
  site.wix.updateSite(SITE, { catalogVersion });
  return site;
}

describe('the catalogs of a site', () => {
  it('V1 filters by sku and pages by offset, at most 100', async () => {
    const { call } = await shop('V1_CATALOG');
    expect((await call('GET', V1 + packed({ query: { filter: { sku: 'CL-1078' } } }))).body).toMatchObject({ products: [{ name: 'Dress 1078', sku: 'CL-1078' }], totalResults: 1 });
    expect((await call('POST', V1, { query: { paging: { limit: 100, offset: 100 } } })).body).toMatchObject({ metadata: { count: 43, total: 143 } });
    expect((await call('POST', V1, { query: { paging: { limit: 101 } } })).status).toBe(400);
    expect((await call('POST', `${V3}/query`, {})).body).toMatchObject({ details: { applicationError: { code: 'CATALOG_V1_SITE_CALLING_CATALOG_V3_API' } } });
  });

  it('V3 cannot be queried by name or sku and shows a sku only with variants', async () => {
    const { call } = await shop('V3_CATALOG');
    expect((await call('GET', `${V3}/query${packed({ query: { filter: { name: 'Dress 1078' } } })}`)).status).toBe(400);
    const search = (await call('GET', `${V3}/search${packed({ search: { search: { expression: 'CL-1078' } } })}`)).body as { products: { id: string }[] };
    expect(search.products).toHaveLength(1);
    expect(JSON.stringify(search)).not.toContain('CL-');
    expect((await call('GET', `${V3}/${search.products[0]?.id ?? ''}`)).body).toMatchObject({ product: { variantsInfo: { variants: [{ sku: 'CL-1078' }] } } });
    expect((await call('POST', `${V3}/query-variants`, { query: { filter: { sku: 'CL-1078' } } })).body).toMatchObject({ variants: [{ productData: { productId: search.products[0]?.id } }] });
  });

  it('neither serves a site without Wix Stores', async () => {
    const { call } = await shop('STORES_NOT_INSTALLED');
    expect((await call('GET', '/stores/v3/provision/version')).body).toEqual({ catalogVersion: 'STORES_NOT_INSTALLED' });
    expect([(await call('POST', V1, {})).status, (await call('POST', `${V3}/query`, {})).status]).toEqual([428, 428]);
  });
});

describe('contacts', () => {
  it('are found by any of their addresses, and a second one by the same address is refused as the switch spells it', async () => {
    const { call, contact, wix } = await shop('V3_CATALOG');
    const id = await contact('a@x.example.com');
    const emails = { items: [{ email: 'A@x.example.com', primary: true }, { email: 'b@x.example.com' }] };
    expect((await call('PATCH', `/contacts/v4/contacts/${id}`, { info: { emails }, revision: 1 })).body).toMatchObject({ contact: { revision: 2, primaryInfo: { email: 'A@x.example.com' } } });
    expect((await call('PATCH', `/contacts/v4/contacts/${id}`, { info: { emails }, revision: 1 })).status).toBe(409);
    const query = { filter: { 'info.emails.email': { $in: ['b@x.example.com'] } } };
    expect((await call('POST', '/contacts/v4/contacts/query', { query })).body).toMatchObject({ contacts: [{ id }], pagingMetadata: { total: 1 } });
    wix.switches.set({ duplicateContactCode: 'DUPLICATE_CONTACT_EXIST' });
    const info = { emails: { items: [{ email: 'B@x.example.com' }] } };
    expect((await call('POST', '/contacts/v4/contacts', { info })).body).toMatchObject({ details: { applicationError: { code: 'DUPLICATE_CONTACT_EXIST', data: { duplicateContactId: id } } } });
    expect((await call('POST', '/contacts/v4/contacts', { info, allowDuplicates: true })).status).toBe(200);
    expect((await call('POST', '/contacts/v4/contacts', { info: {} })).status).toBe(400);
    expect((await call('GET', '/contacts/v4/contacts?paging.limit=1000')).body).toMatchObject({ pagingMetadata: { total: 262 } });
  });
});

describe('alerts to the owner', () => {
  it('are kept for people to look at, a repeated one once', async () => {
    const { call, wix } = await shop('V3_CATALOG');
    await call('POST', '/notifications/v3/notify', { notificationTemplateId: 't', dynamicValues: { stars: { text: '1' } } });
    const report = { triggerKey: 'low-rating', payload: { stars: 1 }, idempotency: { key: 'r1' } };
    await call('POST', '/automations/v1/events/report', report);
    await call('POST', '/automations/v1/events/report', report);
    expect(wix.ownerAlerts().map(({ kind, name }) => [kind, name])).toEqual([['notification', 't'], ['automation', 'low-rating']]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseEmail } from '../../core/email';
import { brandId, type Email, type WixProductId } from '../../core/ids';
import { FakeWix } from './testing/fake-wix';
import { createWixPort } from './wix-port';

function email(text: string): Email {
  const parsed = parseEmail(text);
  if (parsed === null) throw new TypeError(`Expected an address, got ${text}`);
  return parsed;
}

const ANN = email('ann@example.com');

describe('contacts on Wix', () => {
  let wix: FakeWix;
  beforeEach(() => {
    wix = new FakeWix();
    vi.stubGlobal('fetch', wix.fetch);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('looks up all addresses in one call and takes the oldest of several contacts', async () => {
    wix.answer({ contacts: [{ id: 'old', primaryInfo: { email: 'Ann@Example.com' } }, { id: 'young', primaryInfo: { email: 'ann@example.com' } }, { id: 'odd' }] });
    expect([...(await createWixPort(wix.access()).contactsByEmail([ANN, email('bo@example.com')]))]).toEqual([[ANN, 'old']]);
    expect(wix.sent).toMatchObject([{ path: '/contacts/v4/contacts/query', body: { query: { filter: { 'primaryInfo.email': { $in: ['ann@example.com', 'bo@example.com'] } }, sort: [{ fieldName: 'createdDate', order: 'ASC' }] } } }]);
  });

  it('reads contacts by id', async () => {
    wix.answer({ contacts: [{ id: 'c1', primaryInfo: { email: 'ann@example.com' } }, { id: 'c2' }] });
    const found = await createWixPort(wix.access()).contactsById(['c1', 'c2'].map((id) => id as never));
    expect([...found.values()]).toEqual([{ id: 'c1', email: ANN }, { id: 'c2', email: null }]);
    expect(wix.sent[0]?.body).toMatchObject({ query: { filter: { id: { $in: ['c1', 'c2'] } } } });
  });

  it('makes a contact without allowing a double', async () => {
    wix.answer({ contact: { id: 'new' } });
    expect(await createWixPort(wix.access()).createContact(ANN, 'Ann Lee')).toBe('new');
    expect(wix.sent[0]?.body).toEqual({ info: { name: { first: 'Ann Lee' }, emails: { items: [{ tag: 'MAIN', email: 'ann@example.com', primary: true }] } }, allowDuplicates: false });
  });

  it.each(['DUPLICATE_CONTACT_EXIST', 'DUPLICATE_CONTACT_EXISTS'])('takes the contact that %s names', async (code) => {
    wix.refuse(409, code, { duplicateContactId: 'owner' });
    const access = wix.access();
    expect(await createWixPort(access).createContact(ANN, '')).toBe('owner');
    expect(access.budget.spent).toBe(1);
  });

  it('looks for the owner of the address when the refusal names nobody', async () => {
    wix.refuse(409, 'DUPLICATE_CONTACT_EXISTS').answer({ contacts: [{ id: 'owner', primaryInfo: { email: 'ann@example.com' } }] });
    expect(await createWixPort(wix.access()).createContact(ANN, 'Ann')).toBe('owner');
  });
});

describe('products on Wix', () => {
  let wix: FakeWix;
  beforeEach(() => {
    wix = new FakeWix();
    vi.stubGlobal('fetch', wix.fetch);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('asks for the catalog once and pages through V3 by cursor', async () => {
    wix.answer({ catalogVersion: 'V3_CATALOG' })
      .answer({ products: [{ id: 'p1', name: 'Mug', slug: 'mug', minVariantPriceInfo: { sku: 'M-1' } }], pagingMetadata: { cursors: { next: 'N' } } })
      .answer({ products: [{ id: 'p2', name: 'Cup', slug: 'cup' }], pagingMetadata: {} });
    const port = createWixPort(wix.access());
    const first = await port.listProducts(null);
    expect(first.items).toEqual([{ id: 'p1', name: 'Mug', slug: 'mug', sku: 'M-1' }]);
    expect(await port.listProducts(first.next)).toEqual({ items: [{ id: 'p2', name: 'Cup', slug: 'cup', sku: null }], next: null, total: null });
    expect(wix.sent.map(({ path }) => path)).toEqual(['/stores/v3/provision/version', '/stores/v3/products/query', '/stores/v3/products/query']);
    expect(wix.sent[2]?.body).toMatchObject({ query: { cursorPaging: { limit: 100, cursor: 'N' } } });
  });

  it('pages through V1 by offset', async () => {
    const full = Array.from({ length: 100 }, (_, n) => ({ id: `p${n}`, name: 'Mug', slug: 'mug', sku: n === 0 ? '' : `S-${n}` }));
    wix.answer({ catalogVersion: 'V1_CATALOG' }).answer({ products: full }).answer({ products: [] });
    const port = createWixPort(wix.access());
    const first = await port.listProducts(null);
    expect([first.items[0]?.sku, first.items[1]?.sku]).toEqual([null, 'S-1']);
    expect((await port.listProducts(first.next)).next).toBeNull();
    expect(wix.sent[2]?.body).toMatchObject({ query: { paging: { limit: 100, offset: 100 } } });
  });

  it('says that the catalog is missing where Wix Stores is not installed', async () => {
    wix.answer({ catalogVersion: 'STORES_NOT_INSTALLED' });
    expect(await createWixPort(wix.access()).listProducts(null)).toEqual({ items: [], next: null, total: 0, isMissing: true });
  });

  it.each([
    ['V3_CATALOG', { id: 'p1', name: 'Mug', slug: 'mug' }, '/stores/v3/products/p1'],
    ['V1_CATALOG', { product: { id: 'p1', name: 'Mug', slug: 'mug' } }, '/stores-reader/v1/products/p1'],
  ])('asks %s for one product', async (catalogVersion, body, path) => {
    wix.answer({ catalogVersion }).answer(catalogVersion === 'V3_CATALOG' ? { product: body } : body);
    expect(await createWixPort(wix.access()).getProduct(brandId<WixProductId>('p1'))).toMatchObject({ id: 'p1', name: 'Mug' });
    expect(wix.sent[1]?.path).toBe(path);
  });

  it.each(['V3_CATALOG', 'V1_CATALOG'])('%s that does not have a product says so, and an error is no such answer', async (catalogVersion) => {
    const port = createWixPort(wix.access());
    wix.answer({ catalogVersion }).refuse(404, 'PRODUCT_NOT_FOUND');
    expect(await port.getProduct(brandId<WixProductId>('p1'))).toBeNull();
    wix.answer({ catalogVersion }).refuse(403, 'FORBIDDEN');
    await expect(port.getProduct(brandId<WixProductId>('p1'))).rejects.toMatchObject({ code: 'WIX_FORBIDDEN' });
  });

  it.each([['V3_CATALOG', '/stores/v3/products/query'], ['V1_CATALOG', '/stores-reader/v1/products/query-platformized']])('asks %s for many products by their ids in one query, and leaves out what it does not have', async (catalogVersion, path) => {
    wix.answer({ catalogVersion }).answer({ products: [{ id: 'p1', name: 'Mug', slug: 'mug' }] });
    const ids = ['p1', 'p2'].map((id) => brandId<WixProductId>(id));
    expect((await createWixPort(wix.access()).productsById(ids)).map(({ id, name }) => [id, name])).toEqual([['p1', 'Mug']]);
    expect([wix.sent.length, wix.sent[1]?.path]).toEqual([2, path]);
    expect(wix.sent[1]?.body).toMatchObject({ query: { filter: { id: { $in: ['p1', 'p2'] } } } });
  });

  it('asks for no product where none is wanted, and knows none where Wix Stores is not installed', async () => {
    const port = createWixPort(wix.access());
    expect(await port.productsById([])).toEqual([]);
    expect(wix.sent).toEqual([]);
    wix.answer({ catalogVersion: 'STORES_NOT_INSTALLED' });
    expect(await port.productsById([brandId<WixProductId>('p1')])).toEqual([]);
  });

  it('refuses a cursor that is not of its making', async () => {
    await expect(createWixPort(wix.access()).listProducts('zzz')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

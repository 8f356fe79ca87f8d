import { describe, expect, it } from 'vitest';
import { brandId, type ContactId, type StoreProductId, type WixProductId } from '../../core/ids';
import { TestSite } from '../../../test/support/test-site';
import { wixBornLink } from './new-link';
import { storeTarget, type Target } from './target';
import type { LinkRow, ProductRow } from './tables';

async function targetOf(site: TestSite, change: Partial<LinkRow> = {}): Promise<{ target: Target; calls: readonly string[] }> {
  const event = site.event(site.writeOnWix('Fits well'));
  const link = { ...wixBornLink(event.instanceId, event, site.nowMs), ...change };
  const target = await site.run((session) => {
    site.calls.length = 0;
    return storeTarget(session, link);
  });
  return { target, calls: site.calls };
}

function products(site: TestSite): readonly ProductRow[] {
  return site.world.rows.all('products');
}

const UNMATCHED = { kind: 'none', code: 'PRODUCT_UNMATCHED' } as const;
const NO_EMAIL = { kind: 'none', code: 'AUTHOR_NO_EMAIL' } as const;

describe('where a Wix review goes in the store', () => {
  it("is its product's counterpart, under its author's address: 2 calls", async () => {
    expect(await targetOf(new TestSite())).toEqual({ target: { kind: 'found', productId: 'sp1', email: 'p1@example.com' }, calls: ['rows.find', 'wix.contactsById'] });
  });

  it('is its own product among several', async () => {
    const site = new TestSite();
    site.world.addProduct(2, 'both');
    const { target } = await targetOf(site, { wixProductId: brandId<WixProductId>('wp2') });
    expect(target).toMatchObject({ productId: brandId<StoreProductId>('sp2') });
  });

  it.each(['suggested', 'left'] as const)('is nowhere while the match is only %s: 1 call', async (choice) => {
    const site = new TestSite();
    site.put('products', ...products(site).map((row) => ({ ...row, choice })));
    expect(await targetOf(site)).toEqual({ target: UNMATCHED, calls: ['rows.find'] });
  });

  it('is nowhere when the product is sold on Wix alone', async () => {
    expect((await targetOf(new TestSite(), { wixProductId: brandId<WixProductId>('wp9') })).target).toEqual(UNMATCHED);
  });

  it('is nowhere, without a call, while the product is not known', async () => {
    expect(await targetOf(new TestSite(), { wixProductId: null })).toEqual({ target: UNMATCHED, calls: [] });
  });
});

describe('an author', () => {
  it('who is not known cannot be named to the store: 1 call', async () => {
    expect(await targetOf(new TestSite(), { contactId: null })).toEqual({ target: NO_EMAIL, calls: ['rows.find'] });
  });

  it('whose contact was deleted cannot be named either', async () => {
    expect((await targetOf(new TestSite(), { contactId: brandId<ContactId>('k9') })).target).toEqual(NO_EMAIL);
  });

  it('without an address cannot be named either', async () => {
    const site = new TestSite();
    site.addPerson(2, { email: false });
    expect((await targetOf(site, { contactId: brandId<ContactId>('k2') })).target).toEqual(NO_EMAIL);
  });
});

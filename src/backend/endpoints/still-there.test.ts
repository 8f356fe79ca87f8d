import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type StoreProductId, type WixProductId } from '../../core/ids';
import type { ProductRow } from '../sync/tables';
import { noteUnlisted, stillThere } from './still-there';

const WIX = brandId<WixProductId>('wp1');
const ALL_WITH = { ids: new Set([WIX]), all: true };
const ALL_WITHOUT = { ids: new Set<WixProductId>(), all: true };
const A_PART = { ids: new Set<WixProductId>(), all: false };

function row(change: Partial<ProductRow> = {}): ProductRow {
  return {
    _id: 'row1', instanceId: brandId('site-a'), storeProductId: brandId<StoreProductId>('sp1'), storeName: 'Mug', storeSlug: 'mug', storeSku: null,
    wixProductId: WIX, wixName: 'Mug', reason: 'manual', confidence: 1, choice: 'accepted', ...change,
  };
}

describe('a match that is kept', () => {
  it.each([
    ['stays while its Wix product is in the catalog', {}, ALL_WITH, {}],
    ['is gone when the whole catalog of Wix lacks it', {}, ALL_WITHOUT, { choice: 'gone', goneFrom: 'wix' }],
    ['is not called gone after a look at a part of the catalog', {}, A_PART, {}],
    ['is back when its Wix product is', { choice: 'gone', goneFrom: 'wix' }, ALL_WITH, { choice: 'accepted', goneFrom: null }],
    ['is back when the store lists its product again', { choice: 'gone', goneFrom: 'store' }, A_PART, { choice: 'accepted', goneFrom: null }],
    ['stays gone when only a part of the catalog was looked through', { choice: 'gone', goneFrom: 'wix' }, A_PART, { choice: 'gone', goneFrom: 'wix' }],
    ['is missing its other half when the store lists it again and Wix does not', { choice: 'gone', goneFrom: 'store' }, ALL_WITHOUT, { choice: 'gone', goneFrom: 'wix' }],
    ['without a counterpart is open', { choice: 'gone', goneFrom: 'store', wixProductId: null }, ALL_WITH, { choice: 'left', goneFrom: null }],
    ['that waits for a person is none of this', { choice: 'suggested' }, ALL_WITHOUT, { choice: 'suggested' }],
    ['that a person left is none of this', { choice: 'left', wixProductId: null }, ALL_WITHOUT, { choice: 'left' }],
  ] as const)('%s', (_, change, seen, expected) => {
    expect(stillThere(row(change), seen)).toEqual({ ...row(change), ...expected });
  });
});

describe('what the store no longer lists', () => {
  const kept = (site: TestSite): readonly ProductRow[] => site.world.rows.all('products').filter(({ _id }) => _id.startsWith('row'));
  async function noted(changes: readonly Partial<ProductRow>[], calls?: number): Promise<TestSite> {
    const site = new TestSite();
    const { instanceId } = site.connection();
    const listed = new Set(site.world.rows.all('products').map(({ _id }) => _id));
    changes.forEach((change, index) => site.put('products', row({ instanceId, ...change, _id: `row${String(index)}` })));
    site.calls.length = 0;
    await site.run((session) => noteUnlisted(session, listed), calls === undefined ? {} : { calls });
    return site;
  }

  it('is kept as gone where it was matched, with what it was matched with', async () => {
    expect(kept(await noted([{}]))).toMatchObject([{ choice: 'gone', goneFrom: 'store', wixProductId: WIX }]);
  });

  it('is forgotten where nobody had decided anything', async () => {
    expect(kept(await noted([{ choice: 'suggested', reason: 'name' }, { choice: 'left', reason: 'none', wixProductId: null }]))).toEqual([]);
  });

  it('stays where a person had left it', async () => {
    expect(kept(await noted([{ choice: 'left', reason: 'manual', wixProductId: null }]))).toMatchObject([{ choice: 'left' }]);
  });

  it('leaves alone what is listed', async () => {
    const site = await noted([{}]);
    expect(site.world.rows.all('products').filter(({ _id }) => !_id.startsWith('row')).every(({ choice }) => choice !== 'gone')).toBe(true);
  });

  it('costs one call when nothing is missing', async () => {
    expect((await noted([])).calls).toEqual(['rows.get', 'rows.count']);
  });

  it('is left for the next time when calls are short', async () => {
    expect(kept(await noted([{}], 4))).toMatchObject([{ choice: 'accepted' }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandId, type StoreProductId, type WixProductId } from './ids';
import { matchProducts, type MatchableProduct, type ProductMatch } from './match-products';

type Given = Partial<Omit<MatchableProduct<string>, 'id'>>;

function wix(id: string, { name = '', slug = '', sku = null }: Given): MatchableProduct<WixProductId> {
  return { id: brandId<WixProductId>(id), name, slug, sku };
}
function store(id: string, { name = '', slug = '', sku = null }: Given): MatchableProduct<StoreProductId> {
  return { id: brandId<StoreProductId>(id), name, slug, sku };
}
function brief({ storeProductId, wixProductId, reason, confidence, choice }: ProductMatch): string {
  return `${storeProductId}→${wixProductId ?? '-'} ${reason} ${confidence} ${choice}`;
}

describe('matchProducts', () => {
  it.each([
    ['accepts a SKU that only these two have', { sku: 'M1', name: 'Mug' }, { sku: ' m1', name: 'Cup' }, 's→w sku 1 accepted'],
    ['accepts slug and name together', { slug: '/enamel-mug', name: 'Enamel Mug' }, { slug: 'enamel-mug', name: 'enamel mug' }, 's→w slug 0.95 accepted'],
    ['suggests a slug alone', { slug: 'enamel-mug', name: 'Enamel Mug' }, { slug: 'enamel-mug', name: 'Mug' }, 's→w slug 0.8 suggested'],
    ['does not take two missing names for one', { slug: 'x' }, { slug: 'x' }, 's→w slug 0.8 suggested'],
    ['suggests a name alone', { slug: 'a', name: 'Enamel Mug' }, { slug: 'b', name: 'Enamel mug!' }, 's→w name 0.7 suggested'],
    ['suggests the same words in another order', { name: 'Mug, enamel' }, { name: 'Enamel mug' }, 's→w name 0.5 suggested'],
    ['leaves a product that resembles none', { name: 'Mug', sku: 'A' }, { name: 'Poster', sku: 'B' }, 's→- none 0 left'],
    ['does not take two products without anything for one', {}, {}, 's→- none 0 left'],
  ])('%s', (_, onWix, inStore, expected) => {
    expect(matchProducts([wix('w', onWix)], [store('s', inStore)]).map(brief)).toEqual([expected]);
  });

  it('never accepts a SKU that two Wix products share', () => {
    const found = matchProducts([wix('w1', { sku: 'A' }), wix('w2', { sku: 'A' })], [store('s', { sku: 'A' })]);
    expect(found.map(brief)).toEqual(['s→w1 sku 0.45 suggested']);
  });

  it('never accepts a SKU that two store products share', () => {
    const found = matchProducts([wix('w', { sku: 'A' })], [store('s1', { sku: 'A' }), store('s2', { sku: 'A' })]);
    expect(found.map(brief)).toEqual(['s1→w sku 0.45 suggested', 's2→w sku 0.45 suggested']);
  });

  it('lets slug and name decide between products that share a SKU', () => {
    const found = matchProducts([wix('w1', { sku: 'A' }), wix('w2', { sku: 'A', slug: 'mug', name: 'Mug' })], [store('s', { sku: 'A', slug: 'mug', name: 'Mug' })]);
    expect(found.map(brief)).toEqual(['s→w2 slug 0.95 accepted']);
  });

  it('gives a Wix product to its SKU before its name', () => {
    const found = matchProducts([wix('w', { sku: 'A', slug: 'mug', name: 'Mug' })], [store('s1', { slug: 'mug', name: 'Mug' }), store('s2', { sku: 'A' })]);
    expect(found.map(brief)).toEqual(['s1→- none 0 left', 's2→w sku 1 accepted']);
  });

  it('answers once for each store product, in their order', () => {
    const ids = ['c', 'a', 'b'];
    expect(matchProducts([], ids.map((id) => store(id, { name: id }))).map((match) => match.storeProductId)).toEqual(ids);
    expect(matchProducts([wix('w', {})], [])).toEqual([]);
  });

  it('never accepts one Wix product twice, nor anything that is not unique', () => {
    const words = fc.constantFrom('', 'mug', 'Mug ', 'blue mug', 'mug blue', 'cup');
    const given = fc.record({ name: words, slug: words, sku: fc.option(words) });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 6 }), fc.array(given, { maxLength: 6 }), (onWix, inStore) => {
        const found = matchProducts(onWix.map((one, index) => wix(`w${index}`, one)), inStore.map((one, index) => store(`s${index}`, one)));
        expect(found.map((match) => match.storeProductId)).toEqual(inStore.map((_, index) => `s${index}`));
        const accepted = found.filter((match) => match.choice === 'accepted').map((match) => match.wixProductId);
        expect(new Set(accepted).size).toBe(accepted.length);
        for (const { wixProductId, reason, confidence, choice } of found) {
          expect(choice === 'left').toBe(wixProductId === null);
          expect(reason === 'none').toBe(wixProductId === null);
          expect(confidence).toBeGreaterThanOrEqual(choice === 'accepted' ? 0.95 : 0);
          if (choice === 'suggested') expect(accepted).not.toContain(wixProductId);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['all different', (index: number) => ({ name: `Product number ${index}`, slug: `product-${index}`, sku: `SKU-${index}` })],
    ['all of one name', () => ({ name: 'Mug', slug: 'mug', sku: 'MUG' })],
    ['half of one name, half with a SKU', (index: number) => ({ name: 'Mug', slug: 'mug', sku: index % 2 === 0 ? `SKU-${index}` : null })],
  ])('matches 5,000 with 5,000 products in linear time: %s', (_, describeOne) => {
    const [onWix, inStore] = [5000, 5000].map((count) => Array.from({ length: count }, (_one, index) => describeOne(index)));
    const startMs = performance.now();
    const found = matchProducts((onWix ?? []).map((one, index) => wix(`w${index}`, one)), (inStore ?? []).map((one, index) => store(`s${index}`, one)));
    expect(found).toHaveLength(5000);
    // About 100 ms when the machine is free; comparing all pairs would take many seconds.
    expect(performance.now() - startMs).toBeLessThan(1500);
  });
});

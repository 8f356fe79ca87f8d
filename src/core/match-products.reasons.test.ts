import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandId, type StoreProductId, type WixProductId } from './ids';
import { matchProducts, type MatchableProduct, type ProductMatch } from './match-products';

interface Given {
  readonly name?: string;
  readonly slug?: string;
  readonly sku?: string | null;
}

const MUG: Given = { name: 'Enamel Mug', slug: 'enamel-mug', sku: 'MUG-1' };

function wix(id: string, { name = '', slug = '', sku = null }: Given): MatchableProduct<WixProductId> {
  return { id: brandId<WixProductId>(id), name, slug, sku };
}
function store(id: string, { name = '', slug = '', sku = null }: Given): MatchableProduct<StoreProductId> {
  return { id: brandId<StoreProductId>(id), name, slug, sku };
}
function one(onWix: Given, inStore: Given): ProductMatch | undefined {
  return matchProducts([wix('w', onWix)], [store('s', inStore)])[0];
}
function brief(found: readonly ProductMatch[]): readonly string[] {
  return found.map(({ storeProductId, wixProductId, reason, confidence, choice }) => `${storeProductId}→${wixProductId ?? '-'} ${reason} ${confidence} ${choice}`);
}

describe('the reason given for a match', () => {
  it.each([
    ['the SKU, whatever else differs', { ...MUG, name: 'Cup', slug: 'cup' }, { reason: 'sku', confidence: 1, choice: 'accepted' }],
    ['the SKU in another case', { sku: 'mug-1' }, { reason: 'sku', confidence: 1, choice: 'accepted' }],
    ['slug and name when the store has no SKU', { ...MUG, sku: null }, { reason: 'slug', confidence: 0.95, choice: 'accepted' }],
    ['slug and name when SKUs differ', { ...MUG, sku: 'OTHER' }, { reason: 'slug', confidence: 0.95, choice: 'accepted' }],
    ['slug and name when the SKU is blank', { ...MUG, sku: '  ' }, { reason: 'slug', confidence: 0.95, choice: 'accepted' }],
    ['the slug alone, for a person to decide', { slug: '/enamel-mug/', name: 'Another name' }, { reason: 'slug', confidence: 0.8, choice: 'suggested' }],
    ['the name alone, for a person to decide', { name: 'ENAMEL  MUG!', slug: 'x' }, { reason: 'name', confidence: 0.7, choice: 'suggested' }],
    ['the words of the name in another order', { name: 'Mug – enamel', slug: 'x' }, { reason: 'name', confidence: 0.5, choice: 'suggested' }],
    ['none, when nothing is alike', { name: 'Poster', slug: 'poster', sku: 'P-1' }, { wixProductId: null, reason: 'none', confidence: 0, choice: 'left' }],
    ['none, when only part of the name is alike', { name: 'Enamel mug blue', slug: 'x' }, { wixProductId: null, reason: 'none', confidence: 0, choice: 'left' }],
    ['none, when only part of the SKU is alike', { sku: 'MUG-10' }, { wixProductId: null, reason: 'none', confidence: 0, choice: 'left' }],
  ])('is %s', (_, inStore, expected) => {
    expect(one(MUG, inStore)).toMatchObject(expected);
  });

  it.each([
    ['right-to-left', 'ספל אמייל', 'ספל אמייל!'],
    ['composed and not', 'Café mug', 'Cafe\u0301 mug'],
    ['full-width', 'Ｍｕｇ １', 'mug 1'],
    ['of two scripts', 'マグ mug', 'マグ  MUG'],
  ])('is the name, when it is %s', (_, onWix, inStore) => {
    expect(one({ name: onWix }, { name: inStore })).toMatchObject({ reason: 'name', confidence: 0.7 });
  });

  it('is the slug, whether or not it is percent-encoded', () => {
    expect(one({ slug: 'ספל' }, { slug: '%D7%A1%D7%A4%D7%9C' })).toMatchObject({ reason: 'slug' });
  });

  it('tells two names with other numbers apart', () => {
    expect(one({ name: 'Dress 1080' }, { name: 'Dress 1081' })).toMatchObject({ choice: 'left' });
  });

  it('tells two SKUs with other marks apart', () => {
    expect(one({ sku: 'A-1' }, { sku: 'A1' })).toMatchObject({ choice: 'left' });
  });
});

describe('products that cannot be told apart', () => {
  it('share a SKU on Wix: the first is suggested, with half the confidence', () => {
    expect(brief(matchProducts([wix('w1', MUG), wix('w2', { sku: 'MUG-1' })], [store('s', { sku: 'MUG-1' })]))).toEqual(['s→w1 sku 0.45 suggested']);
  });

  it('share a slug in the store: neither is accepted', () => {
    const twins = [store('s1', { slug: 'enamel-mug', name: 'Enamel Mug' }), store('s2', { slug: 'enamel-mug', name: 'Enamel Mug' })];
    expect(brief(matchProducts([wix('w', { ...MUG, sku: null })], twins))).toEqual(['s1→w slug 0.4 suggested', 's2→w slug 0.4 suggested']);
  });

  it('share a slug on Wix: the name is a better suggestion than the shared slug', () => {
    const onWix = [wix('w1', { slug: 'mug', name: 'Other' }), wix('w2', { slug: 'mug', name: 'Enamel Mug' })];
    expect(brief(matchProducts(onWix, [store('s', { slug: 'mug', name: 'Enamel Mug' })]))).toEqual(['s→w2 name 0.7 suggested']);
  });

  it('share a name: only a suggestion of little confidence is left', () => {
    const onWix = [wix('w1', { name: 'Mug' }), wix('w2', { name: 'Mug' })];
    expect(brief(matchProducts(onWix, [store('s', { name: 'Mug' })]))).toEqual(['s→w1 name 0.35 suggested']);
  });

  it('are told apart by SKU even when all else is the same', () => {
    const [same, other] = [{ ...MUG, sku: 'A' }, { ...MUG, sku: 'B' }];
    const found = matchProducts([wix('wa', same), wix('wb', other)], [store('sb', other), store('sa', same)]);
    expect(brief(found)).toEqual(['sb→wb sku 1 accepted', 'sa→wa sku 1 accepted']);
  });

  it('are never suggested a product that is taken already', () => {
    const found = matchProducts([wix('w1', MUG), wix('w2', { name: 'Enamel Mug' })], [store('s1', MUG), store('s2', { name: 'Enamel Mug' })]);
    expect(brief(found)).toEqual(['s1→w1 sku 1 accepted', 's2→w2 name 0.35 suggested']);
  });
});

describe('matchProducts, over any two catalogues', () => {
  const words = fc.constantFrom('', ' ', 'mug', 'Mug', 'blue mug', 'mug, blue', 'cup', 'כוס');
  const catalogue = fc.array(fc.record({ name: words, slug: words, sku: fc.option(words) }), { maxLength: 6 });
  const matched = (onWix: readonly Given[], inStore: readonly Given[]) =>
    matchProducts(onWix.map((each, index) => wix(`w${index}`, each)), inStore.map((each, index) => store(`s${index}`, each)));

  it('accepts the same products whatever order they are listed in', () => {
    fc.assert(
      fc.property(catalogue, catalogue, (onWix, inStore) => {
        const wixProducts = onWix.map((each, index) => wix(`w${index}`, each));
        const storeProducts = inStore.map((each, index) => store(`s${index}`, each));
        const accepted = (found: readonly ProductMatch[]): string[] => [...brief(found.filter(({ choice }) => choice === 'accepted'))].sort();
        const backwards = matchProducts(wixProducts.toReversed(), storeProducts);
        expect(accepted(backwards)).toEqual(accepted(matchProducts(wixProducts, storeProducts)));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same answer each time, and leaves what it was given alone', () => {
    fc.assert(
      fc.property(catalogue, catalogue, (onWix, inStore) => {
        const before = JSON.stringify([onWix, inStore]);
        expect(matched(onWix, inStore)).toEqual(matched(onWix, inStore));
        expect(JSON.stringify([onWix, inStore])).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it('finds every product of a shop that was copied whole, when each has a SKU of its own', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { maxLength: 20 }), words, (numbers, name) => {
        const copied = numbers.map((number) => ({ name, slug: name, sku: `SKU ${number}` }));
        for (const [index, match] of matched(copied, copied).entries()) expect(match).toMatchObject({ wixProductId: `w${index}`, reason: 'sku', choice: 'accepted' });
      }),
      { numRuns: 200 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { productKeys } from './product-keys';

const NONE = { name: '', slug: '', sku: null };

describe('productKeys', () => {
  it.each([
    ['case and blanks of a SKU', { sku: ' MUG-01 ' }, { sku: 'mug-01' }],
    ['full-width digits of a SKU', { sku: 'ＭＵＧ０１' }, { sku: 'mug01' }],
    ['slashes and case of a slug', { slug: '/Enamel-Mug/' }, { slug: 'enamel-mug' }],
    ['the encoding of a slug', { slug: '%D7%A1%D7%A4%D7%9C' }, { slug: 'ספל' }],
    ['the composition of a slug', { slug: 'cafe\u0301' }, { slug: 'café' }],
    ['case and punctuation of a name', { name: 'Enamel  Mug – “Blue”!' }, { name: 'enamel mug blue' }],
    ['ligatures of a name', { name: 'Oﬃce' }, { name: 'office' }],
    ['the order and repetition of its words', { name: 'Mug, enamel mug' }, { words: 'enamel mug' }],
  ])('does not mind %s', (_, given, keys) => {
    expect(productKeys({ ...NONE, ...given })).toMatchObject(keys);
  });

  it('keeps marks that make another SKU', () => {
    expect(productKeys({ ...NONE, sku: 'A-1' }).sku).not.toBe(productKeys({ ...NONE, sku: 'A1' }).sku);
  });

  it('keeps a slug with a bare percent sign', () => {
    expect(productKeys({ ...NONE, slug: '100%-cotton' }).slug).toBe('100%-cotton');
  });

  it('has no key where nothing was given', () => {
    expect(productKeys({ name: ' – ', slug: '/', sku: '  ' })).toEqual({ sku: null, slug: null, name: null, words: null });
    expect(productKeys(NONE)).toEqual({ sku: null, slug: null, name: null, words: null });
  });
});

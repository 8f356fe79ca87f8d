import { describe, expect, it } from 'vitest';
import { NAME_NOT_KNOWN, NOT_IN_CATALOG, productTitle } from './product-label';

describe('a product by itself', () => {
  it('begins with a capital when it has no name, and is spelt as its owner does when it has one', () => {
    expect([NOT_IN_CATALOG, NAME_NOT_KNOWN, 'iMug'].map((label) => productTitle(label))).toEqual(['A product your Wix catalog does not show', 'A product whose name is not known', 'iMug']);
  });
});

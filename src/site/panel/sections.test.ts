import { describe, expect, it } from 'vitest';
import ProductReviews from '../plugins/product-reviews/product-reviews';
import { PRODUCT_SECTIONS } from '../plugins/product-reviews/product-sections';
import { productSettings } from '../plugins/product-reviews/product-settings';
import { gallerySettings } from '../widgets/media-gallery/gallery-settings';
import { GALLERY_SECTIONS } from '../widgets/media-gallery/gallery-sections';
import MediaGallery from '../widgets/media-gallery/media-gallery';
import HelpfulReviews from '../widgets/helpful-reviews/helpful-reviews';
import { HELPFUL_SECTIONS } from '../widgets/helpful-reviews/helpful-sections';
import { helpfulSettings } from '../widgets/helpful-reviews/helpful-settings';
import type { ReadAttribute } from '../view/settings';

const PANELS = [
  ['helpful', HELPFUL_SECTIONS, helpfulSettings, HelpfulReviews.observedAttributes],
  ['gallery', GALLERY_SECTIONS, gallerySettings, MediaGallery.observedAttributes],
  ['product', PRODUCT_SECTIONS, productSettings, ProductReviews.observedAttributes],
] as const;

describe.each(PANELS)('the %s panel and its element', (_, sections, settings, observed) => {
  const fields = sections.flatMap((section) => section.fields);
  const read = (attributes: Readonly<Record<string, string>>): unknown => settings(((name) => attributes[name] ?? null) satisfies ReadAttribute);

  it('agree on what is done where nothing was set', () => {
    expect(read(Object.fromEntries(fields.map(({ name, otherwise }) => [name, otherwise])))).toEqual(read({}));
  });

  it('know the same settings: each one that is offered is followed at once, and changes something', () => {
    for (const { name, input, otherwise } of fields) {
      expect(observed).toContain(name);
      const other = input.kind === 'choice' ? (input.choices.find(({ id }) => id !== otherwise)?.id ?? '') : input.kind === 'switch' ? String(otherwise === 'false') : input.kind === 'number' ? String(input.least) : 'other';
      // The page's product is what a question needs in the first place.
      const product = { 'product-id': 'p-1' };
      expect(read({ ...product, [name]: other }), name).not.toEqual(read(name === 'product-id' ? {} : product));
    }
  });
});

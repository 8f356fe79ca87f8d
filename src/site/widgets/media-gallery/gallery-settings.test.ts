import { describe, expect, it } from 'vitest';
import { gallerySettings } from './gallery-settings';

const read = (attributes: Readonly<Record<string, string>>) => gallerySettings((name) => attributes[name] ?? null);

describe('settings of the gallery', () => {
  it('works without any', () => {
    expect(read({})).toMatchObject({
      heading: 'Photos from customers', headingLevel: 'h2', emptyText: 'No customer photos yet.',
      look: { layout: 'grid', count: 12 }, query: { show: 'photos', product: null, min: 0, rank: 'helpful' },
    });
  });

  it('takes what the owner chose', () => {
    const chosen = read({ layout: 'carousel', count: '30', 'alt-pattern': 'By {author}', 'product-id': 'p-1', 'min-rating': '4', heading: '', 'heading-level': '3' });
    expect(chosen).toMatchObject({ heading: '', headingLevel: 'h3', look: { layout: 'carousel', count: 30, altPattern: 'By {author}' }, query: { product: 'p-1', min: 4 } });
  });

  it.each([['', 12], ['0', 1], ['9999', 200], ['-4', 1], ['7.6', 8], ['many', 12]])('shows a usable number of photos for "%s"', (count, expected) => {
    expect(read({ count }).look.count).toBe(expected);
  });

  it.each(['', 'mosaic', 'GRID'])('falls back to the grid for the layout "%s"', (layout) => {
    expect(read({ layout }).look.layout).toBe('grid');
  });
});

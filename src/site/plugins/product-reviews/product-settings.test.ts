import { describe, expect, it } from 'vitest';
import { productSettings } from './product-settings';

const read = (attributes: Readonly<Record<string, string>>) => productSettings((name) => attributes[name] ?? null);

describe('settings of the product page’s reviews', () => {
  it('asks nothing before the page has said which product it shows', () => {
    expect(read({}).query).toBeNull();
  });

  it.each(['product-id', 'productid'])('asks for both lists of the product in %s, in one question', (name) => {
    expect(read({ [name]: 'p-1' }).query).toEqual({ show: 'both', product: 'p-1', min: 0, rank: 'helpful' });
  });

  it('keeps the settings of photos and reviews apart', () => {
    const chosen = read({ count: '3', 'photo-count': '30', layout: 'grid', 'photo-layout': 'grid', 'show-origin': 'false', balanced: 'true', 'product-id': 'p' });
    expect(chosen).toMatchObject({ reviews: { count: 3, layout: 'grid', showOrigin: false }, photos: { count: 30, layout: 'grid' }, query: { rank: 'balanced' } });
  });

  it('tells search engines nothing unless asked to', () => {
    expect([read({}).structuredData, read({ 'structured-data': 'true' }).structuredData]).toEqual([false, true]);
  });
});

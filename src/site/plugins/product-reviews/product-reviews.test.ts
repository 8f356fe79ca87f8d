import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SiteAnswer } from '../../../backend/endpoints/site-types';
import { anAnswer, aReview } from '../../view/testing/site-answers';
import ProductReviews from './product-reviews';

const deps = vi.hoisted(() => ({ isEditor: vi.fn(), load: vi.fn(), loadSample: vi.fn() }));
vi.mock('../../view/widget-deps', () => ({ WIDGET_DEPS: deps }));
const TAG = 'review-relay-product';

function place(): ProductReviews {
  const made = document.createElement(TAG);
  document.body.append(made);
  if (!(made instanceof ProductReviews)) throw new TypeError('Expected the element of the product page');
  return made;
}

const find = (selector: string) => document.querySelector(TAG)?.shadowRoot?.querySelector(selector);
const answers = (answer: SiteAnswer) => deps.load.mockResolvedValue(answer);

describe('the product page’s reviews', () => {
  beforeEach(() => {
    if (customElements.get(TAG) === undefined) customElements.define(TAG, ProductReviews);
    deps.isEditor.mockReset().mockResolvedValue(false);
    deps.load.mockReset();
    deps.loadSample.mockReset();
    answers(anAnswer(2, [aReview()]));
    document.head.replaceChildren();
  });
  afterEach(() => document.body.replaceChildren());

  it('waits for its product, then asks for photos and reviews at once', async () => {
    const widget = place();
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect(deps.load).not.toHaveBeenCalled();
    expect(find('.bone')).not.toBeNull();
    widget.productId = 'p-1';
    await vi.waitFor(() => { expect(find('article')).not.toBeNull(); });
    expect(find('.tile img')).not.toBeNull();
    expect(deps.load).toHaveBeenCalledExactlyOnceWith({ show: 'both', product: 'p-1', min: 0, rank: 'helpful' });
  });

  it('takes a product that was set before its class was there', async () => {
    const early = document.createElement(TAG);
    Object.defineProperty(early, 'productId', { value: 'p-2', configurable: true, writable: true });
    document.body.append(early);
    await vi.waitFor(() => { expect(deps.load).toHaveBeenCalledWith(expect.objectContaining({ product: 'p-2' })); });
  });

  it('follows the page to another product', async () => {
    const widget = place();
    widget.productId = 'p-1';
    await vi.waitFor(() => { expect(deps.load).toHaveBeenCalledTimes(1); });
    widget.productId = 'p-2';
    await vi.waitFor(() => { expect(deps.load).toHaveBeenLastCalledWith(expect.objectContaining({ product: 'p-2' })); });
  });

  it.each([[0, 1, false, true], [3, 0, true, false]])('shows %i photos and %i reviews without an empty part', async (files, reviews, hasTiles, hasCards) => {
    answers(anAnswer(files, Array.from({ length: reviews }, () => aReview())));
    place().productId = 'p-1';
    await vi.waitFor(() => { expect(find('[aria-busy="false"]')).not.toBeNull(); });
    expect([find('.tile') !== null, find('article') !== null]).toEqual([hasTiles, hasCards]);
    expect(document.querySelector(TAG)?.shadowRoot?.querySelectorAll('.part')).toHaveLength(1);
  });

  it('says when nobody has reviewed the product', async () => {
    answers(anAnswer(0));
    place().productId = 'p-1';
    await vi.waitFor(() => { expect(find('.message')?.textContent).toBe('Nobody has reviewed this product yet.'); });
  });

  it('tells search engines only when asked to, once, and takes it back when it leaves', async () => {
    document.head.append(Object.assign(document.createElement('meta'), { content: 'Dress' }));
    document.head.querySelector('meta')?.setAttribute('property', 'og:title');
    const data = () => document.head.querySelectorAll('script[type="application/ld+json"]');
    const widget = place();
    widget.productId = 'p-1';
    await vi.waitFor(() => { expect(find('article')).not.toBeNull(); });
    expect(data()).toHaveLength(0);
    widget.setAttribute('structured-data', 'true');
    await vi.waitFor(() => { expect(data()).toHaveLength(1); });
    widget.setAttribute('count', '1');
    await new Promise((resolve) => { setTimeout(resolve); });
    expect(data()).toHaveLength(1);
    widget.remove();
    expect(data()).toHaveLength(0);
  });
});

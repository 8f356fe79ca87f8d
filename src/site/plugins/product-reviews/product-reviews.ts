import base from '../../view/base.css?inline';
import cards from '../../view/cards.css?inline';
import { COMMON_ATTRIBUTES } from '../../view/common-settings';
import { decorate } from '../../view/decorate';
import { element } from '../../view/element';
import { gallerySkeleton, galleryView } from '../../view/gallery-view';
import { headingView } from '../../view/heading-view';
import { helpfulSkeleton, helpfulView } from '../../view/helpful-view';
import { openPhoto } from '../../view/open-photo';
import photos from '../../view/photos.css?inline';
import { offerMore } from '../../view/review-card';
import { ReviewWidget, type WidgetDeps, type WidgetSpec } from '../../view/review-widget';
import { WIDGET_DEPS } from '../../view/widget-deps';
import { placeStructuredData } from './place-structured-data';
import { productSettings, type ProductSettings } from './product-settings';
import parts from './parts.css?inline';

const PRODUCT_REVIEWS: WidgetSpec<ProductSettings> = {
  styles: base + cards + photos + parts,
  settings: productSettings,
  query: ({ query }) => query,
  skeleton: (settings) => [
    ...headingView(settings),
    part(settings.photos.layout, gallerySkeleton(settings.photos)),
    part(settings.reviews.layout, [helpfulSkeleton(settings.reviews)]),
  ],
  view: (settings, answer, { isSample, signal }) => {
    const { helpful, photos } = answer;
    if (helpful.length === 0 && photos.files.length === 0) return null;
    if (settings.structuredData && !isSample) placeStructuredData(document, helpful, signal);
    const stage = { isSample, signal, open: openPhoto(photos, settings.photos.altPattern, signal) };
    return [
      ...headingView(settings),
      ...(photos.files.length === 0 ? [] : [part(settings.photos.layout, galleryView(photos, settings.photos, stage))]),
      ...(helpful.length === 0 ? [] : [part(settings.reviews.layout, [helpfulView(helpful, settings.reviews, settings)])]),
    ];
  },
  emptyText: ({ emptyText }) => emptyText,
  decorate: (root, settings) => { decorate(root, 'product', settings); },
  settled: offerMore,
};

function part(layout: string, content: readonly HTMLElement[]): HTMLElement {
  return element('div', { class: 'part', 'data-layout': layout }, ...content);
}

/** Photos and reviews of the product that a product page shows. */
export default class ProductReviews extends ReviewWidget<ProductSettings> {
  static readonly observedAttributes = [...COMMON_ATTRIBUTES, 'productid', 'photo-layout', 'photo-count', 'alt-pattern', 'balanced', 'show-origin', 'structured-data'];
  protected readonly spec = PRODUCT_REVIEWS;
  protected readonly deps: WidgetDeps = WIDGET_DEPS;

  override connectedCallback(): void {
    // A page may have set the property before this class was there.
    if (Object.hasOwn(this, 'productId')) {
      const { productId } = this;
      Reflect.deleteProperty(this, 'productId');
      this.productId = productId;
    }
    super.connectedCallback();
  }

  /** The product page hands its product over as a property. */
  get productId(): string | null {
    return this.getAttribute('product-id');
  }

  set productId(id: string | null | undefined) {
    if (id == null || id === '') this.removeAttribute('product-id');
    else this.setAttribute('product-id', id);
  }
}

import type { SiteElement, Slot } from '../host/manifest';

/** Wix Stores has two product pages; a site has one of them. */
export type ProductPageKind = 'new' | 'old';

interface ProductPageIds extends Pick<Slot, 'appDefinitionId' | 'widgetId'> {
  readonly slotIds: readonly string[];
}

/** As Wix documents them. Which place a slot has on the page is told in pictures only. */
const PAGES: Readonly<Record<ProductPageKind, ProductPageIds>> = {
  new: { appDefinitionId: 'a0c68605-c2e7-4c8d-9ea1-767f9770e087', widgetId: '6a25b678-53ec-4b37-a190-65fcd1ca1a63', slotIds: ['product-page-media-1', 'product-page-details-2'] },
  old: { appDefinitionId: '1380b703-ce81-ff05-f115-39571d94dfcd', widgetId: '13a94f09-2766-3c40-4a32-8edb5acdd8bc', slotIds: ['product-page-details-2'] },
};

/** The plugins that have a slot on this page. */
export function pluginsOf(elements: readonly SiteElement[], kind: ProductPageKind): readonly SiteElement[] {
  const { appDefinitionId, widgetId, slotIds } = PAGES[kind];
  return elements.filter(({ slots }) => slots.some((slot) => slot.appDefinitionId === appDefinitionId && slot.widgetId === widgetId && slotIds.includes(slot.slotId)));
}

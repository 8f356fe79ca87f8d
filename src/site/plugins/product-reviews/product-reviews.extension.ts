import { extensions } from '@wix/astro/builders';

const SLOT = 'product-page-details-2';

export default extensions.sitePlugin({
  id: '6984c25f-92f9-4447-81ea-a21f18020d6d',
  name: 'Product reviews',
  marketData: {
    name: 'Product reviews',
    description: 'Photos and the most helpful reviews of the product that a page shows.',
    logoUrl: '{{BASE_URL}}/media-gallery.png',
  },
  // The new product page of Wix Stores, and the old one.
  placements: [
    { appDefinitionId: 'a0c68605-c2e7-4c8d-9ea1-767f9770e087', widgetId: '6a25b678-53ec-4b37-a190-65fcd1ca1a63', slotId: SLOT },
    { appDefinitionId: '1380b703-ce81-ff05-f115-39571d94dfcd', widgetId: '13a94f09-2766-3c40-4a32-8edb5acdd8bc', slotId: SLOT },
  ],
  // Owners choose the place themselves; nothing appears on their pages by itself.
  installation: { autoAdd: false },
  tagName: 'review-relay-product',
  element: './site/plugins/product-reviews/product-reviews.ts',
  settings: './site/plugins/product-reviews/product-reviews.panel.tsx',
});

import { extensions } from '@wix/astro/builders';

export default extensions.customElement({
  id: '3c8f4d62-9b1e-4f7a-a6d5-0e2b7c94f183',
  name: 'Customer photos',
  tagName: 'review-relay-gallery',
  element: './site/widgets/media-gallery/media-gallery.ts',
  settings: './site/widgets/media-gallery/media-gallery.panel.tsx',
  width: { defaultWidth: 960, allowStretch: true },
  height: { defaultHeight: 480, heightMode: 'AUTO' },
  // Owners choose the place themselves; nothing appears on their pages by itself.
  installation: { autoAdd: false },
  presets: [{ id: 'f4a0d1c7-5e2b-4b9d-8c36-71e9a5d20b4e', name: 'Customer photos', thumbnailUrl: '{{BASE_URL}}/media-gallery.png' }],
});

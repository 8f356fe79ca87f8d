import { extensions } from '@wix/astro/builders';

export default extensions.customElement({
  id: 'a18b4ae8-5c5e-42c7-9e8f-3fe9597199a3',
  name: 'Most helpful reviews',
  tagName: 'review-relay-helpful',
  element: './site/widgets/helpful-reviews/helpful-reviews.ts',
  settings: './site/widgets/helpful-reviews/helpful-reviews.panel.tsx',
  width: { defaultWidth: 640, allowStretch: true },
  height: { defaultHeight: 800, heightMode: 'AUTO' },
  // Owners choose the place themselves; nothing appears on their pages by itself.
  installation: { autoAdd: false },
  presets: [{ id: '4e65e79e-2636-4218-8fe5-976836d2025b', name: 'Most helpful reviews', thumbnailUrl: '{{BASE_URL}}/helpful-reviews.png' }],
});

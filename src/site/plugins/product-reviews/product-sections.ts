import { ALT_PATTERN, BALANCED, COLORS, headingFields, MIN_RATING, SHOW_ORIGIN } from '../../panel/common-fields';
import type { Section } from '../../panel/field';

/** Says again what the element does by itself: shared words would be one more file for every visitor to load. */
export const PRODUCT_SECTIONS: readonly Section[] = [
  {
    title: 'Reviews',
    fields: [
      { name: 'count', label: 'How many reviews', otherwise: '5', input: { kind: 'number', least: 1, most: 10 } },
      { name: 'layout', label: 'Arrange reviews as', otherwise: 'list', input: { kind: 'choice', choices: [{ id: 'list', value: 'List' }, { id: 'grid', value: 'Grid' }, { id: 'row', value: 'Row that scrolls' }] } },
      MIN_RATING, BALANCED, SHOW_ORIGIN,
    ],
  },
  {
    title: 'Photos',
    fields: [
      { name: 'photo-count', label: 'How many photos', otherwise: '12', input: { kind: 'number', least: 1, most: 200 } },
      { name: 'photo-layout', label: 'Arrange photos as', otherwise: 'carousel', input: { kind: 'choice', choices: [{ id: 'carousel', value: 'Row that scrolls' }, { id: 'grid', value: 'Grid' }] } },
      ALT_PATTERN,
    ],
  },
  { title: 'Texts', fields: headingFields('Customer reviews', 'Nobody has reviewed this product yet.') },
  { title: 'Colors', fields: COLORS },
  {
    title: 'Search engines',
    fields: [{
      name: 'structured-data', label: 'Tell search engines about these reviews', otherwise: 'false', input: { kind: 'switch' },
      hint: 'Leave it off if your product pages already do. Turn it on only if these reviews were written by your own customers.',
    }],
  },
];

import { BALANCED, COLORS, headingFields, MIN_RATING, PRODUCT, SHOW_ORIGIN } from '../../panel/common-fields';
import type { Section } from '../../panel/field';

/** Says again what the widget does by itself: shared words would be one more file for every visitor to load. */
export const HELPFUL_SECTIONS: readonly Section[] = [
  {
    title: 'Reviews',
    fields: [PRODUCT, { name: 'count', label: 'How many reviews', otherwise: '10', input: { kind: 'number', least: 1, most: 10 } }, MIN_RATING, BALANCED, SHOW_ORIGIN],
  },
  {
    title: 'Layout',
    fields: [{
      name: 'layout', label: 'Arrange as', otherwise: 'list',
      input: { kind: 'choice', choices: [{ id: 'list', value: 'List' }, { id: 'grid', value: 'Grid' }, { id: 'row', value: 'Row that scrolls' }] },
    }],
  },
  { title: 'Texts', fields: headingFields('Most helpful reviews', 'No reviews yet.') },
  { title: 'Colors', fields: COLORS },
];

import { ALT_PATTERN, COLORS, headingFields, MIN_RATING, PRODUCT } from '../../panel/common-fields';
import type { Section } from '../../panel/field';

/** Says again what the widget does by itself: shared words would be one more file for every visitor to load. */
export const GALLERY_SECTIONS: readonly Section[] = [
  {
    title: 'Photos',
    fields: [PRODUCT, { name: 'count', label: 'How many photos', otherwise: '12', hint: 'The last one says how many more there are, and all can be looked through.', input: { kind: 'number', least: 1, most: 200 } }, MIN_RATING],
  },
  {
    title: 'Layout',
    fields: [{ name: 'layout', label: 'Arrange as', otherwise: 'grid', input: { kind: 'choice', choices: [{ id: 'grid', value: 'Grid' }, { id: 'carousel', value: 'Row that scrolls' }] } }],
  },
  { title: 'Texts', fields: [...headingFields('Photos from customers', 'No customer photos yet.'), ALT_PATTERN] },
  { title: 'Colors', fields: COLORS },
];

import type { Field } from './field';

export function headingFields(heading: string, empty: string): readonly Field[] {
  return [
    { name: 'heading', label: 'Heading', otherwise: heading, hint: 'Leave it empty to show none.', input: { kind: 'text' } },
    {
      name: 'heading-level', label: 'Heading level', otherwise: '2', hint: 'One below the heading of the part of the page it stands in, so that screen readers and search engines follow.',
      input: { kind: 'choice', choices: ['2', '3', '4', '5', '6'].map((id) => ({ id, value: `Heading ${id}` })) },
    },
    { name: 'empty-text', label: 'Text while there is nothing to show', otherwise: empty, input: { kind: 'text' } },
  ];
}

export const PRODUCT: Field = {
  name: 'product-id', label: 'Product', otherwise: '', input: { kind: 'text' },
  hint: 'Empty: reviews of every product. For one product, paste its id: it stands at the end of the address of the product’s page in your dashboard.',
};

export const MIN_RATING: Field = {
  name: 'min-rating', label: 'Ratings', otherwise: '0',
  hint: 'Shoppers trust a mix of ratings. In some countries, showing only good ones without saying so is against the law.',
  input: {
    kind: 'choice',
    choices: [{ id: '0', value: 'All ratings' }, { id: '3', value: '3 stars and more' }, { id: '4', value: '4 stars and more' }, { id: '5', value: '5 stars only' }],
  },
};

export const BALANCED: Field = {
  name: 'balanced', label: 'Give newer reviews a chance', otherwise: 'false', input: { kind: 'switch' },
  hint: 'Off: the most helpful votes come first. On: how sure the votes are and how old the review is count too, so that a new review with few votes is not always last.',
};

export const SHOW_ORIGIN: Field = {
  name: 'show-origin', label: 'Say which reviews come from your other shop', otherwise: 'true', input: { kind: 'switch' },
};

export const ALT_PATTERN: Field = {
  name: 'alt-pattern', label: 'Description of photos', otherwise: 'Customer photo by {author}, {rating} out of 5 stars', input: { kind: 'text' },
  hint: 'Read out by screen readers and used by search engines. {author}, {rating} and {title} are filled in.',
};

export const COLORS: readonly Field[] = [
  { name: 'accent-color', label: 'Stars and outlines', otherwise: '', input: { kind: 'color' } },
  { name: 'text-color', label: 'Text', otherwise: '', input: { kind: 'color' } },
  { name: 'card-color', label: 'Background of reviews', otherwise: '', input: { kind: 'color' }, hint: 'Until you choose colors, the theme of your site is followed.' },
];

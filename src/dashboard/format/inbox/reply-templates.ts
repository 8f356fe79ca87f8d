export interface ReplyTemplate {
  readonly name: string;
  /** May hold `{name}`, `{product}` and `{stars}`. */
  readonly text: string;
}

interface Values {
  readonly name: string;
  readonly product: string | null;
  readonly stars: number | null;
}

const SORRY: ReplyTemplate = {
  name: 'Apologise and ask',
  text: 'Hello {name}, we are sorry that {product} let you down. We would like to put this right: please write to us through the contact page, and we will look into it at once.',
};
const REPLACE: ReplyTemplate = {
  name: 'Offer a replacement',
  text: 'Hello {name}, that is not how {product} should be. We will gladly replace it or give you your money back. Please contact us through our website so that we can arrange it.',
};
const LEARN: ReplyTemplate = {
  name: 'Thank and learn',
  text: 'Thank you for being honest about {product}, {name}. What you describe helps us to do better, and we have passed it on to our team.',
};

/** Those that fit a rating best come first. */
export function templatesFor(rating: number | null): readonly ReplyTemplate[] {
  if (rating !== null && rating <= 1) return [SORRY, REPLACE, LEARN];
  return rating === 2 ? [REPLACE, SORRY, LEARN] : [LEARN, SORRY, REPLACE];
}

/** Variables by their values; a name that is not known is left out together with the space before it. */
export function fillTemplate({ text }: ReplyTemplate, { name, product, stars }: Values): string {
  const known: Readonly<Record<string, string>> = { name: name.trim(), product: product?.trim() ?? 'our product', stars: String(stars ?? '') };
  return text.replaceAll(/( ?)\{(name|product|stars)\}/gu, (_, space: string, variable: string) => {
    const value = known[variable] ?? '';
    return value === '' ? '' : `${space}${value}`;
  }).replaceAll(/, ?([,.])/gu, '$1');
}

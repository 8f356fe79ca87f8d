import { capitalized } from './capitalized';

/** What is true of a product whose name nobody tells, to be said within a sentence. Wix may keep a hidden product from this app, so "no longer exists" would be a guess. */
export const NOT_IN_CATALOG = 'a product your Wix catalog does not show';
export const NAME_NOT_KNOWN = 'a product whose name is not known';

/** While its name is on its way. */
export const NAME_TO_COME = '…';

/** What stands by itself. A name is left as its owner spelt it. */
export function productTitle(label: string): string {
  return label === NOT_IN_CATALOG || label === NAME_NOT_KNOWN ? capitalized(label) : label;
}

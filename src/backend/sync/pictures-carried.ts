import { MAX_PICTURES } from '../../core/picture-list';

/** `given` of `inStore` pictures, and how many the review holds on Wix with those that people put there. */
interface Carried {
  readonly given: number;
  readonly inStore: number;
  readonly onWix: number;
}

/** What the list says when a review was given pictures: how many of the store's, where they are not all of them. */
export function picturesCarried({ given, inStore, onWix }: Carried): string {
  if (given === inStore) return 'Pictures carried across, on Wix';
  const why = Math.max(inStore - 1, onWix) < MAX_PICTURES ? ', on Wix' : `: Wix takes ${MAX_PICTURES}`;
  return `${given} of ${inStore} pictures carried across${why}`;
}

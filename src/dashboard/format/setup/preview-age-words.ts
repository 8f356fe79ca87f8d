import type { PreviewAgeAnswer } from '../../../backend/endpoints/setup/setup-types';
import { counted } from '../format-count';

type Basis = PreviewAgeAnswer['outdated'][number];

const CHOSEN: Readonly<Record<Basis, string>> = { products: 'products were matched differently', fields: 'the fields were chosen differently' };

/** Why the numbers of a preview are no longer what would happen. */
export function outdatedWords(outdated: PreviewAgeAnswer['outdated']): string {
  return `Since this preview was made, ${outdated.map((basis) => CHOSEN[basis]).join(' and ')}. Its numbers are no longer what would happen.`;
}

/** Reviews that came since are carried across by the run too: the numbers move, what they mean does not. */
export function changedWords(changed: number): string {
  return `At least ${counted(changed, 'review was', 'reviews were')} written, changed or deleted in your shops since this preview was made.`;
}

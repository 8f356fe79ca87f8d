import type { PreviewAnswer, PreviewGroup, PreviewSummary } from '../../../backend/endpoints/setup/setup-types';
import { advice } from '../../../core/advice';
import { counted, formatCount } from '../format-count';
import { formatDuration } from '../format-duration';

type Groups = NonNullable<PreviewAnswer['groups']>;

export interface GroupSection {
  readonly title: string;
  readonly groups: readonly PreviewGroup[];
}

export const SECTIONS: readonly GroupSection[] = [
  { title: 'Would be copied', groups: ['create-on-wix', 'create-in-store'] },
  { title: 'Need no copy', groups: ['same', 'already', 'changed'] },
  { title: 'Would stay where they are', groups: ['conflict', 'PRODUCT_UNMATCHED', 'AUTHOR_NO_EMAIL', 'NOT_PUBLISHED', 'DIRECTION_OFF', 'RATING_MISSING', 'BODY_MISSING', 'FIELD_TOO_LONG', 'other'] },
];

/** Shown even when nobody is in it: that it is empty is the news. */
const ALWAYS: readonly PreviewGroup[] = ['create-on-wix', 'create-in-store', 'same', 'conflict'];

export function shownGroups({ groups }: GroupSection, numbers: Groups): readonly PreviewGroup[] {
  return groups.filter((group) => numbers[group] > 0 || ALWAYS.includes(group));
}

export function groupWords(group: PreviewGroup): { readonly name: string; readonly means: string } {
  switch (group) {
    case 'create-on-wix':
      return { name: 'copied from the store to Wix', means: 'Only the store has them.' };
    case 'create-in-store':
      return { name: 'copied from Wix to the store', means: 'Only Wix has them.' };
    case 'same':
      return { name: 'linked as the same', means: 'Same customer, product and words in both shops. Nothing is written.' };
    case 'already':
      return { name: 'in step already', means: 'An earlier run saw to them.' };
    case 'changed':
      return { name: 'changed in one shop since', means: 'The change is carried across, one by one, when you start.' };
    case 'conflict':
      return { name: 'in conflict', means: 'The same customer wrote different reviews of one product. Both stay as they are, since nobody but a person can choose.' };
    case 'PRODUCT_UNMATCHED':
      return { name: 'of products without a match', means: 'Match the product, and they cross.' };
    case 'other':
      return { name: 'for other reasons', means: 'Each says its own.' };
    case 'AUTHOR_NO_EMAIL':
    case 'NOT_PUBLISHED':
    case 'DIRECTION_OFF':
    case 'RATING_MISSING':
    case 'BODY_MISSING':
    case 'FIELD_TOO_LONG':
      return { name: REASON_NAMES[group], means: advice(group).sentence };
  }
}

const REASON_NAMES = {
  AUTHOR_NO_EMAIL: 'by customers without an e-mail address',
  NOT_PUBLISHED: 'not published yet',
  DIRECTION_OFF: 'not to cross by your choice',
  RATING_MISSING: 'without stars',
  BODY_MISSING: 'without text',
  FIELD_TOO_LONG: 'too long for the other shop',
} as const;

/** "612 reviews would be copied: 402 to Wix, 210 to the store. 300 are linked as the same, 58 stay where they are." */
export function previewSentence(groups: Groups): string {
  const [toWix, toStore] = [groups['create-on-wix'], groups['create-in-store']];
  const stay = SECTIONS[2]?.groups.reduce((sum, group) => sum + groups[group], 0) ?? 0;
  const copied = toWix + toStore === 0 ? 'Nothing would be copied.' : `${counted(toWix + toStore, 'review', 'reviews')} would be copied: ${formatCount(toWix)} to Wix, ${formatCount(toStore)} to the store.`;
  return `${copied} ${formatCount(groups.same)} ${groups.same === 1 ? 'is' : 'are'} linked as the same, ${formatCount(stay)} ${stay === 1 ? 'stays where it is' : 'stay where they are'}.`;
}

export function costSentence({ calls, timeMs, contacts }: PreviewSummary): string {
  return `It takes about ${counted(calls, 'request', 'requests')} and ${formatDuration(timeMs)}, and makes ${contacts === 0 ? 'no new contact' : counted(contacts, 'new contact', 'new contacts')}.`;
}

/** Share looked at, 0 to 99: only a finished preview is at 100. */
export function previewPercent({ state, done, total }: PreviewSummary): number {
  if (state === 'done') return 100;
  return total === null || total === 0 ? 0 : Math.min(99, Math.floor((done / total) * 100));
}

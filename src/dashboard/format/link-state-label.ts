import type { BadgeSkin } from '@wix/design-system';
import type { LinkItem } from '../../backend/endpoints/api-types';

type State = LinkItem['state'];

interface Label {
  readonly text: string;
  readonly skin: BadgeSkin;
  /** What an empty list of this state means. */
  readonly none: string;
}

/** In the order a merchant cares about them. */
export const LINK_STATES: readonly State[] = ['blocked', 'unmatched', 'waiting', 'in-step', 'skipped', 'gone'];

export const STATE_LABELS: Readonly<Record<State, Label>> = {
  'in-step': { text: 'Agree', skin: 'neutralSuccess', none: 'No pair agrees yet.' },
  waiting: { text: 'Waiting', skin: 'neutralStandard', none: 'Nothing waits: every change has been carried across.' },
  skipped: { text: 'Skipped', skin: 'neutralLight', none: 'Nothing was left out on purpose.' },
  unmatched: { text: 'Unmatched', skin: 'warningLight', none: 'Every review’s product has a counterpart.' },
  blocked: { text: 'Need you', skin: 'neutralDanger', none: 'Nothing needs you.' },
  gone: { text: 'Gone', skin: 'neutralLight', none: 'No review was deleted.' },
};

export function isLinkState(text: string): text is State {
  return Object.hasOwn(STATE_LABELS, text);
}

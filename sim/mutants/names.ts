import type { FaultsName } from '../faults';

/** An engine with one decision made wrong, to see that the simulator notices. */
export interface Mutant {
  /** Module of the real engine, or of the simulated world, that is exchanged; without its extension. */
  readonly replaces: string;
  readonly by: URL;
  /** What it does wrong, in one sentence. */
  readonly breaks: string;
  /** The faults under which it shows soonest. */
  readonly under: FaultsName;
  /** `harmless`: only saves calls, by design; that it stays unnoticed is what is to be shown. `seen-beside`: shows only beside another site. */
  readonly expected: 'caught' | 'seen-beside' | 'harmless';
}

export const MUTANTS = {
  'planner-ignores-base': {
    replaces: 'src/core/plan',
    by: new URL('./planner-ignores-base.ts', import.meta.url),
    breaks: 'The planner forgets what both sides last agreed on.',
    under: 'normal',
    expected: 'caught',
  },
  'planner-never-rests': {
    replaces: 'src/core/plan',
    by: new URL('./planner-never-rests.ts', import.meta.url),
    breaks: 'The planner answers its own echo with one more write.',
    under: 'normal',
    expected: 'caught',
  },
  'planner-carries-backwards': {
    replaces: 'src/core/plan',
    by: new URL('./planner-carries-backwards.ts', import.meta.url),
    breaks: 'The planner writes the old value over the new one.',
    under: 'normal',
    expected: 'caught',
  },
  'planner-forgets-deletions': {
    replaces: 'src/core/plan',
    by: new URL('./planner-forgets-deletions.ts', import.meta.url),
    breaks: 'The planner leaves the copy of a deleted review standing.',
    under: 'normal',
    expected: 'caught',
  },
  'planner-drops-stars': {
    replaces: 'src/core/plan',
    by: new URL('./planner-drops-stars.ts', import.meta.url),
    breaks: 'The planner carries edits without their rating and calls the pair agreed.',
    under: 'normal',
    expected: 'caught',
  },
  'planner-publishes-drafts': {
    replaces: 'src/core/plan',
    by: new URL('./planner-publishes-drafts.ts', import.meta.url),
    breaks: 'The planner copies reviews that nobody has approved.',
    under: 'normal',
    expected: 'caught',
  },
  'create-intents-unwritten': {
    replaces: 'sim/world/rows',
    by: new URL('./create-intents-unwritten.ts', import.meta.url),
    breaks: 'Creates are sent without being announced.',
    under: 'crashes',
    expected: 'caught',
  },
  'insert-not-atomic': {
    replaces: 'sim/world/rows',
    by: new URL('./insert-not-atomic.ts', import.meta.url),
    breaks: 'Two inserts of one row both succeed.',
    under: 'normal',
    expected: 'caught',
  },
  'lease-ignored': {
    replaces: 'src/backend/sync/claim',
    by: new URL('./lease-ignored.ts', import.meta.url),
    breaks: 'Two invocations work on one pair at once.',
    under: 'events',
    expected: 'caught',
  },
  'any-review-is-a-copy': {
    replaces: 'src/backend/sync/is-copy',
    by: new URL('./any-review-is-a-copy.ts', import.meta.url),
    breaks: 'A review by the same person is taken for a copy whatever it says.',
    under: 'heavy',
    expected: 'caught',
  },
  'no-review-is-a-copy': {
    replaces: 'src/backend/sync/is-copy',
    by: new URL('./no-review-is-a-copy.ts', import.meta.url),
    breaks: 'An interrupted create never finds what it made.',
    under: 'heavy',
    expected: 'caught',
  },
  'failures-forgotten': {
    replaces: 'src/backend/sync/record-failure',
    by: new URL('./failures-forgotten.ts', import.meta.url),
    breaks: 'A settle that failed is never tried again.',
    under: 'normal',
    expected: 'caught',
  },
  'recorded-before-written': {
    replaces: 'src/backend/sync/act',
    by: new URL('./recorded-before-written.ts', import.meta.url),
    breaks: 'A pair is put on record as agreed although the write failed.',
    under: 'normal',
    expected: 'caught',
  },
  'ids-without-instance': {
    replaces: 'src/core/link-id',
    by: new URL('./ids-without-instance.ts', import.meta.url),
    breaks: 'Pairs of different sites go by one name.',
    under: 'normal',
    expected: 'seen-beside',
  },
  'echoes-unrecognised': {
    replaces: 'src/backend/sync/is-echo',
    by: new URL('./echoes-unrecognised.ts', import.meta.url),
    breaks: 'No event is known to be our own.',
    under: 'normal',
    expected: 'harmless',
  },
} as const satisfies Record<string, Mutant>;

export type MutantName = keyof typeof MUTANTS;

export const MUTANT_NAMES = Object.keys(MUTANTS) as MutantName[];

export function isMutantName(name: string): name is MutantName {
  return Object.hasOwn(MUTANTS, name);
}

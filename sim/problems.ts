import type { Outcome } from './simulate';

/** What is wrong with how a world ended, in words; nothing when all is well. */
export function problemsOf({ lost, duplicated, unfinished, stuck, writesPerChange, worstPair, bug }: Outcome): string[] {
  return [
    ...lost,
    ...duplicated,
    ...unfinished,
    ...(stuck ? ['never came to rest'] : []),
    ...(bug === null ? [] : [`the engine threw ${bug}`]),
    ...(writesPerChange > 1 ? [`${writesPerChange} writes for one change of ${worstPair}`] : []),
  ];
}

import { happened, STAYS } from './happened';
import type { LinkRow } from './tables';

/**
 * What a pair without a store review is told when another review by the same person is found in the store; `null` when it
 * knows. A create that was begun may have taken effect: its copy has to be found before the pair is given up. Said once: whoever
 * is short of calls comes again with no more of them, and would never get further than saying it.
 */
export function toldOfRival(pair: LinkRow, nowMs: number): Partial<LinkRow> | null {
  if (pair.intent !== null) return pair.dueAtMs !== null && pair.dueAtMs <= nowMs ? null : { dueAtMs: nowMs };
  if (pair.state === 'skipped') return null;
  return { state: 'skipped', code: 'CONTACT_HAS_REVIEW', ...happened(pair, nowMs, STAYS, 'CONTACT_HAS_REVIEW') };
}

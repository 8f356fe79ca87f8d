import type { Switches } from './switches';

/** How far apart the events of one change leave, so that they arrive in their order unless a switch says otherwise. */
export const STEP_MS = 5;
const STAGGER_MS = 20_000;

export interface Planned<Row> {
  readonly row: Row;
  /** 0 for the event itself, 1 and up for its duplicates. */
  readonly copy: number;
  readonly delayMs: number;
  readonly isLost: boolean;
}

/** When the events of one change are sent, how often, and whether at all. `emitted` counts the events before. */
export function schedule<Row>(rows: readonly Row[], switches: Switches, emitted: number): readonly Planned<Row>[] {
  return rows.flatMap((row, index) => {
    const number = emitted + index + 1;
    const isLost = switches.lostEvents === 'all' || (switches.lostEvents === 'every-third' && number % 3 === 0);
    const place = switches.eventOrder === 'reversed' ? rows.length - 1 - index : index;
    const staggerMs = switches.eventOrder === 'staggered' && number % 2 === 0 ? STAGGER_MS : 0;
    const delayMs = switches.eventDelayMs + staggerMs + place * STEP_MS;
    return Array.from({ length: isLost ? 1 : switches.eventCopies }, (_, copy) => ({ row, copy, delayMs: delayMs + copy * STEP_MS, isLost }));
  });
}

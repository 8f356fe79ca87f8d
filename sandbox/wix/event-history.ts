import type { EventRow } from './events';

const CAPACITY = 500;

/** An event that will not be sent again, and why. Its payload is left out: it holds what people wrote. */
export interface EventOutcome {
  readonly id: string;
  readonly instanceId: string;
  readonly eventType: string;
  readonly attempts: number;
  readonly outcome: 'delivered' | 'lost' | 'given-up' | 'not-subscribed';
}

export function createEventHistory(): { readonly add: (row: EventRow, outcome: EventOutcome['outcome']) => void; readonly all: () => readonly EventOutcome[] } {
  let entries: EventOutcome[] = [];
  return {
    add({ id, instanceId, eventType, attempts }, outcome) {
      entries.push({ id, instanceId, eventType, attempts, outcome });
      if (entries.length > CAPACITY * 2) entries = entries.slice(-CAPACITY);
    },
    all: () => entries.slice(-CAPACITY),
  };
}

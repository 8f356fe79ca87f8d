/** How often each thing goes wrong, from 0 (never) to 1 (always). */
export interface Faults {
  /** An invocation dies at an I/O step. */
  readonly crash: number;
  readonly throttled: number;
  readonly failBefore: number;
  /** The write took effect and the answer was an error. */
  readonly failAfter: number;
  /** One item of a bulk write is refused. */
  readonly partial: number;
  /** A list read answers from some seconds ago. */
  readonly stale: number;
  readonly duplicateEvent: number;
  readonly lateEvent: number;
  readonly lostEvent: number;
  /** An event carries the entity as it was before. */
  readonly staleEvent: number;
  /** An event does not say that we caused it. */
  readonly anonymousEvent: number;
  /** A delete event comes without its entity. */
  readonly bareDelete: number;
  /** Nobody hears that a review was deleted on Wix. */
  readonly lostDeletion: number;
}

/** How often what befalls a site as a whole does, and how many sites are large enough for a mass change. */
export interface Troubled {
  readonly share: number;
  readonly large: number;
}

/** What can go wrong in one world. */
export interface Profile extends Faults {
  readonly troubles?: Troubled;
}

export const NORMAL: Faults = {
  crash: 0.01, throttled: 0.01, failBefore: 0.01, failAfter: 0.01, partial: 0.02, stale: 0.1,
  duplicateEvent: 0.2, lateEvent: 0.2, lostEvent: 0.05, staleEvent: 0.1, anonymousEvent: 0.3, bareDelete: 0.3, lostDeletion: 0,
};

export const HEAVY: Faults = {
  crash: 0.05, throttled: 0.05, failBefore: 0.05, failAfter: 0.05, partial: 0.1, stale: 0.3,
  duplicateEvent: 0.5, lateEvent: 0.5, lostEvent: 0.2, staleEvent: 0.3, anonymousEvent: 0.5, bareDelete: 0.5, lostDeletion: 0,
};

export const NONE: Faults = {
  crash: 0, throttled: 0, failBefore: 0, failAfter: 0, partial: 0, stale: 0,
  duplicateEvent: 0, lateEvent: 0, lostEvent: 0, staleEvent: 0, anonymousEvent: 0, bareDelete: 0, lostDeletion: 0,
};

/** Processes die and answers are lost; events come once and in order. */
export const CRASHES: Faults = { ...NONE, crash: 0.02, failAfter: 0.04, partial: 0.1 };

/** Nothing fails; events come twice, late and without saying who caused them. */
export const EVENTS: Faults = { ...NONE, stale: 0.3, duplicateEvent: 1, lateEvent: 0.3, lostEvent: 0.05, staleEvent: 0.3, anonymousEvent: 0.5, bareDelete: 0.3, lostDeletion: 0 };

/** As normal, and sites are removed, restored, rolled back and paused, clocks jump, webhooks are switched off, deletions go unheard. */
export const TROUBLED: Profile = { ...NORMAL, lostDeletion: 0.3, troubles: { share: 0.3, large: 0.06 } };

/** What can be asked for by name. */
export const FAULTS = { normal: NORMAL, heavy: HEAVY, crashes: CRASHES, events: EVENTS, troubled: TROUBLED, none: NONE } as const;

export type FaultsName = keyof typeof FAULTS;

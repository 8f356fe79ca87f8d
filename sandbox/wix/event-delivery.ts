import type { Journal, Table } from '../journal';
import type { SandboxClock } from '../clock';
import { createEventHistory, type EventOutcome } from './event-history';
import { schedule, STEP_MS } from './event-schedule';
import { domainPayload, type EventBus, type EventRow } from './events';
import type { JsonObject } from './json';
import type { SwitchBoard } from './switches';

export interface Delivery {
  readonly instanceId: string;
  readonly eventType: string;
  readonly slug: string;
  readonly jwt: string;
}

/** Posts one event to the app. `not-subscribed`: the app declares no handler for this type, so Wix sends nothing. */
export type Deliver = (delivery: Delivery) => Promise<number | 'not-subscribed'>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How long after each failed delivery the next one follows: twelve retries over about two days. */
export const RETRY_DELAYS_MS: readonly number[] = [
  MINUTE_MS,
  10 * MINUTE_MS,
  HOUR_MS,
  ...Array.from({ length: 3 }, () => 2 * HOUR_MS),
  ...Array.from({ length: 3 }, () => 4 * HOUR_MS),
  ...Array.from({ length: 2 }, () => 8 * HOUR_MS),
  12 * HOUR_MS,
];
/** Answers later than this count as failures. Real time, because the app's code runs in it. */
export const DEADLINE_MS = 1_250;

export interface EventDeliveryOptions {
  readonly journal: Journal;
  readonly clock: SandboxClock;
  readonly deadline: Pick<SandboxClock, 'after'>;
  readonly switches: SwitchBoard;
  readonly newId: () => string;
  readonly seal: (event: EventRow) => string;
  readonly deliver: Deliver;
}

export interface EventQueue extends EventBus {
  /** Events still to be delivered, soonest first. */
  pending(): readonly EventRow[];
  /** The last 500 that were delivered, lost or given up. */
  history(): readonly EventOutcome[];
  /** Takes up what an earlier process left undelivered. */
  readonly resume: () => void;
  /** Delivers everything pending now, whatever its hour; resolves when each has been tried once. */
  readonly flush: () => Promise<void>;
  /** Resolves when no delivery is under way. */
  readonly idle: () => Promise<void>;
  readonly stop: () => void;
}

export function createEventQueue(options: EventDeliveryOptions): EventQueue {
  const { journal, clock, switches, newId } = options;
  const table = journal.table<EventRow>('wix/events');
  const history = createEventHistory();
  const runner = createRunner(options, table, history.add);
  let emitted = 0;
  let laneMs = 0;

  const enqueue = (rows: readonly Omit<EventRow, 'nextAtMs' | 'attempts'>[]) => {
    // A change made right after another one is announced after it.
    const startMs = Math.max(clock.nowMs(), laneMs);
    laneMs = startMs + rows.length * STEP_MS;
    for (const planned of schedule(rows, switches.get(), emitted)) {
      emitted += planned.copy === 0 ? 1 : 0;
      if (planned.isLost) {
        history.add({ ...planned.row, attempts: 0, nextAtMs: clock.nowMs() }, 'lost');
        continue;
      }
      const id = planned.copy === 0 ? planned.row.id : `${planned.row.id}#${planned.copy}`;
      runner.add({ ...planned.row, id, attempts: 0, nextAtMs: startMs + planned.delayMs });
    }
  };

  return {
    emit(instanceId, identity, happenings) {
      const eventTime = new Date(clock.nowMs()).toISOString();
      enqueue(
        happenings.map((happening) => {
          const id = newId();
          const { eventType, slug } = happening;
          return { id, instanceId, eventType, slug, payload: domainPayload(happening, id, eventTime), identity: switches.get().eventIdentity === 'present' ? identity : null };
        }),
      );
    },
    emitLegacy(instanceId: string, eventType: string, slug: string, payload: JsonObject) {
      enqueue([{ id: newId(), instanceId, eventType, slug, payload, identity: null }]);
    },
    pending: () => table.all().toSorted((left, right) => left.nextAtMs - right.nextAtMs),
    history: history.all,
    resume: () => table.all().forEach(runner.arm),
    flush: runner.flush,
    idle: runner.idle,
    stop: runner.stop,
  };
}

type Runner = Pick<EventQueue, 'flush' | 'idle' | 'stop'> & { readonly add: (row: EventRow) => void; readonly arm: (row: EventRow) => void };

function createRunner(options: EventDeliveryOptions, table: Table<EventRow>, record: (row: EventRow, outcome: EventOutcome['outcome']) => void): Runner {
  const timers = new Map<string, () => void>();
  const running = new Map<string, Promise<void>>();
  let isStopped = false;

  const arm = (row: EventRow) => {
    timers.get(row.id)?.();
    const cancel = options.clock.after(Math.max(0, row.nextAtMs - options.clock.nowMs()), () => void attempt(row.id));
    timers.set(row.id, cancel);
  };
  const attempt = async (id: string): Promise<void> => {
    timers.get(id)?.();
    timers.delete(id);
    const row = table.get(id);
    if (row === undefined || running.has(id) || isStopped) return running.get(id);
    const work = deliverOnce(options, row).then((outcome) => settle(row, outcome));
    running.set(id, work);
    await work.finally(() => running.delete(id));
  };
  const settle = (row: EventRow, outcome: number | 'not-subscribed') => {
    if (isStopped) return;
    const attempts = row.attempts + 1;
    const delayMs = RETRY_DELAYS_MS[attempts - 1];
    if (outcome === 200 || outcome === 'not-subscribed' || delayMs === undefined) {
      table.delete(row.id);
      record({ ...row, attempts }, outcome === 200 ? 'delivered' : outcome === 'not-subscribed' ? outcome : 'given-up');
      return;
    }
    const next = { ...row, attempts, nextAtMs: options.clock.nowMs() + delayMs };
    table.put(next);
    arm(next);
  };

  return {
    add(row) {
      table.put(row);
      arm(row);
    },
    arm,
    flush: async () => {
      await Promise.all(table.all().map(({ id }) => attempt(id)));
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
    stop() {
      isStopped = true;
      for (const cancel of timers.values()) cancel();
    },
  };
}

/** A status, or 0 when the app threw or did not answer in time. */
function deliverOnce({ deliver, deadline, seal }: EventDeliveryOptions, row: EventRow): Promise<number | 'not-subscribed'> {
  return new Promise((resolve) => {
    const cancel = deadline.after(DEADLINE_MS, () => resolve(0));
    const { instanceId, eventType, slug } = row;
    deliver({ instanceId, eventType, slug, jwt: seal(row) }).then(
      (outcome) => {
        cancel();
        resolve(outcome);
      },
      () => {
        cancel();
        resolve(0);
      },
    );
  });
}

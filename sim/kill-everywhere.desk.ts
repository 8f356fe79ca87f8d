import { AsyncLocalStorage } from 'node:async_hooks';
import type { SyncCode } from '../src/core/sync-code';
import { CallBudget } from '../src/backend/sync/call-budget';
import { INVOCATION_CALLS } from '../src/backend/sync/invocation-calls';
import type { SiteSession, SyncSession } from '../src/backend/sync/session';
import { isSyncError } from '../src/core/sync-error';
import type { Engine } from '../src/backend/endpoints/engine';
import { SYNC_ENGINE } from '../src/backend/endpoints/sync-engine';
import type { Capabilities } from '../src/core/plan-types';
import { FIELDS, type Field, type ReviewFields, type Side } from '../src/core/review';
import { deliverChanges, rethrowBug } from './delivery';
import { StoreHooks } from './kill-everywhere.hooks';
import { quietWorld } from './quiet-world.fixture';
import { finishRun, live } from './rest';
import { Timers } from './timers';
import type { Change } from './world/shop';
import { STORE_CAPABILITIES } from './world/store';
import { INSTANCE, type World } from './world/world';

/** A store that takes everything, so that every field can be carried both ways. */
const WIDE: Capabilities = { ...STORE_CAPABILITIES, holds: FIELDS, edits: FIELDS, maxLength: { title: 3000, body: 65_525, author: 245, reply: 1000 } };

const RETRY_MS = 60_000;
const MOST_TRIES = 8;

/** Which invocation the present code runs in; one that died stays dead, whatever it opens next. */
const invocation = new AsyncLocalStorage<{ dead: boolean }>();

/**
 * A world of which the process dies at one I/O step, counted over all invocations from `arm` on, and the people around
 * it: what did not work is pressed, or delivered, again.
 */
export class Desk {
  readonly world: World = quietWorld();
  readonly timers: Timers;
  readonly hooks: StoreHooks;
  /** What the app changed in each shop since `arm`, and which fields. */
  readonly writes: Record<Side, number> = { wix: 0, store: 0 };
  readonly written = new Set<`${Side}.${Field}`>();
  /** Calls made since `arm`, and entrances of the engine that were used. */
  readonly calls = new Set<string>();
  readonly used = new Set<string>();
  readonly refused: SyncCode[] = [];
  readonly #fields = new Map<string, ReviewFields>();
  #step = 0;

  constructor(wide: boolean) {
    const { world } = this;
    for (const number of [2, 3, 4]) world.addPerson(number, number !== 2, true);
    this.timers = new Timers(world.scheduler);
    // One operation is killed at a time: nothing else begins by itself.
    world.webhook.repeats = true;
    world.engine = { ...SYNC_ENGINE, sweepWhenDue: async () => false, lookAtNewestWhenDue: async () => false };
    this.hooks = new StoreHooks(world);
    const narrow = world.opener.bind(world);
    world.opener = (crashAtStep) => {
      const opener = narrow(crashAtStep);
      const openSync: typeof opener.openSync = async (site, known) => {
        const session = await opener.openSync(site, known);
        return { ...session, store: { ...session.store, ...this.hooks.of(session.budget), check: () => session.store.check(), capabilities: wide ? WIDE : STORE_CAPABILITIES } };
      };
      return { ...opener, openSync };
    };
  }

  /** From now on what happens in the shops is told. */
  listen(): void {
    deliverChanges(this.world, this.timers);
  }

  /** From now on steps are counted, and the one numbered `killAt` is the last of its invocation. */
  arm(killAt: number | null): void {
    const { dice, shops } = this.world;
    dice.strikes = (fault) => fault === 'crash' && this.#dies(killAt);
    this.world.onCall = (call) => this.calls.add(call);
    for (const { id, fields } of [...shops.wix.values(), ...shops.store.values()]) this.#fields.set(id, fields);
    const tell = shops.onChange;
    shops.onChange = (change) => {
      this.#note(change);
      tell(change);
    };
  }

  get steps(): number {
    return this.#step;
  }

  /** Somebody presses a button or delivers a message, and does so again until it was answered. */
  press(work: () => Promise<unknown>, tries = MOST_TRIES): void {
    this.world.scheduler.start(async () => {
      const here = { dead: false };
      const answered = await invocation.run(here, () => this.#attempt(work));
      if ((!answered || here.dead) && tries > 1) this.timers.after(RETRY_MS, () => this.press(work, tries - 1));
    });
  }

  /** An entrance of the engine, noted as used. */
  engine<K extends keyof Engine>(name: K): Engine[K] {
    this.used.add(name);
    return SYNC_ENGINE[name];
  }

  /** One invocation that needs no store. */
  site(): SiteSession {
    return this.world.opener().openSite(INSTANCE, new CallBudget(INVOCATION_CALLS));
  }

  /** What an invocation works with, opened while no other runs. */
  async readySession(): Promise<SyncSession> {
    const opened = this.world.openSync();
    await live(this.world, this.timers);
    return opened;
  }

  /** Lets everything happen and come to rest. `false` when it never does. */
  async settle(): Promise<boolean> {
    await live(this.world, this.timers);
    return finishRun(this.world, this.timers);
  }

  async #attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      rethrowBug(error);
      if (isSyncError(error)) this.refused.push(error.code);
      return false;
    }
  }

  #dies(killAt: number | null): boolean {
    const here = invocation.getStore();
    if (here?.dead === true) return true;
    this.#step += 1;
    if (this.#step !== killAt) return false;
    if (here !== undefined) here.dead = true;
    return true;
  }

  #note(change: Change): void {
    const after = change.side === 'wix' ? change.after : change.record;
    const before = this.#fields.get(after.id);
    this.#fields.set(after.id, after.fields);
    if (!change.byApp) return;
    this.writes[change.side] += 1;
    if (before === undefined) return;
    for (const field of FIELDS) if (before[field] !== after.fields[field]) this.written.add(`${change.side}.${field}`);
  }
}

import { cancelRun, releaseRun, startRollback, startSweep } from '../src/backend/sync/run';
import type { RunRow } from '../src/backend/sync/tables';
import { countChange } from './count-change';
import type { Scheduler } from './scheduler';
import { begin, invoke, tickOnce } from './rest';
import type { Tally } from './tally';
import type { Timers } from './timers';
import type { World } from './world/world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const TROUBLES = ['rollBack', 'removeApp', 'jumpForward', 'jumpBack', 'silenceWebhook'] as const;

/** What an owner does with runs and with the app itself, and what befalls a site as a whole. */
export class Troubles {
  constructor(readonly world: World, readonly timers: Timers, readonly tally: Tally) {}

  act(): void {
    this[this.world.random.pick(TROUBLES)]();
  }

  /** A large shop is put back from a backup that lacks most of its reviews; a check finds it, and its owner decides. */
  restoreBackup(): void {
    const { world } = this;
    const records = [...world.shops.store.values()].filter(({ trashed }) => !trashed);
    const kept = world.random.between(0, 3);
    for (const { id } of records.slice(kept)) world.shops.vanishFromStore(id);
    // A copy that vanished before it was on record is made once more.
    this.#countWixAgain();
    world.note('backup put back');
    for (let look = 0; look <= 20; look += 1) this.timers.after(look * 2 * MINUTE_MS, () => this.#look());
  }

  /** The copies of the last backfill go; whoever made them stays. */
  rollBack(looks = 8): void {
    const { world } = this;
    if (!world.rows.all('runs').some(isDoneBackfill)) {
      if (looks > 1) this.timers.after(4 * MINUTE_MS, () => this.rollBack(looks - 1));
      return;
    }
    invoke(world, async () => {
      const session = await world.openSync();
      const run = world.rows.all('runs').find(isDoneBackfill);
      if (run === undefined) return;
      this.tally.allowTakingBack();
      await startRollback(session, run.startedAtMs);
      world.note('run rolled back');
    });
  }

  /** Removed, in the middle of whatever goes on, and installed again a little later. Nobody remembers who made what. */
  removeApp(): void {
    const { world } = this;
    if (world.rows.all('connections').length === 0) return;
    world.note(world.rows.all('runs').some(({ state }) => state === 'running') ? 'app removed while a run went on' : 'app removed');
    world.installation += 1;
    world.rows.wipe();
    world.alerts.told.clear();
    world.webhook.isOff = true;
    this.timers.after(world.random.between(1, 30) * MINUTE_MS, () => this.#installAgain());
  }

  jumpForward(): void {
    this.#whenIdle(() => {
      this.world.clockSkewMs += this.world.random.between(1, 12) * HOUR_MS;
      this.world.note('clock jumped forward');
    });
  }

  jumpBack(): void {
    this.#whenIdle(() => {
      this.world.clockSkewMs -= this.world.random.between(1, 20) * MINUTE_MS;
      this.world.note('clock jumped back');
    });
  }

  /** Our address cannot be reached for a while, which may be long enough for the store to stop telling. */
  silenceWebhook(): void {
    const { world } = this;
    world.webhook.unreachableUntilMs = world.scheduler.nowMs + world.random.between(5, 60) * MINUTE_MS;
    // Products are changed for other reasons, too.
    for (let failures = world.random.between(0, 12); failures > 0; failures -= 1) world.webhook.failed();
    world.note(world.webhook.isOff ? 'webhook switched off' : 'webhook unreachable');
  }

  /** Its owner has the page open. */
  #look(): void {
    const { world } = this;
    const states = world.rows.all('runs').map(({ state }) => state);
    if (states.includes('held')) this.#decide();
    else if (states.includes('running')) invoke(world, () => tickOnce(world));
    else begin(world, startSweep);
  }

  #decide(): void {
    const { world } = this;
    const releases = world.random.chance(0.5);
    invoke(world, async () => {
      await (releases ? releaseRun : cancelRun)(await world.openSync());
      world.note(releases ? 'held run released' : 'held run cancelled');
    });
  }

  #installAgain(): void {
    const { world, tally } = this;
    tally.forget();
    for (const record of [...world.shops.wix.values(), ...world.shops.store.values()]) record.byApp = false;
    // What is there counts as written just now, words and visibility by themselves: none of it was ever carried across.
    for (let kind = 0; kind < 2; kind += 1) {
      this.#countWixAgain();
      for (const record of world.shops.store.values()) countChange(world, tally, { side: 'store', productId: record.productId, record, byApp: false });
    }
    world.connect();
    world.webhook.revive();
    world.note('app installed again');
  }

  #countWixAgain(): void {
    for (const after of this.world.shops.wix.values()) countChange(this.world, this.tally, { side: 'wix', kind: 'changed', before: null, after, byApp: false });
  }

  /** A lease is a promise about time: while one is held, no engine could tell a jump from a process that died. */
  #whenIdle(jump: () => void): void {
    const { scheduler }: { scheduler: Scheduler } = this.world;
    if (scheduler.idle) jump();
    else this.timers.after(1_000, () => this.#whenIdle(jump));
  }
}

function isDoneBackfill({ kind, state }: RunRow): boolean {
  return kind === 'backfill' && state === 'done';
}

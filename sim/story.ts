import type { Change } from './world/shop';
import type { World } from './world/world';

/** What happened in a world, in order: every call, every fault that struck, every change in a shop. For replaying a seed. */
export class Story {
  readonly #world: World;
  readonly #moments: { readonly atMs: number; readonly what: string; readonly record: unknown }[] = [];

  constructor(world: World) {
    this.#world = world;
    world.onCall = (call) => this.#tell(`  ${call}`, null);
    world.dice.onStrike = (fault) => this.#tell(`  fault: ${fault}`, null);
  }

  tellChange(change: Change): void {
    const who = change.byApp ? 'app' : 'person';
    if (change.side === 'store') this.#tell(`${who} writes in the store`, { ...change.record });
    else this.#tell(`${who} ${change.kind === 'deleted' ? 'deletes' : 'writes'} on Wix`, change.after);
  }

  /** Written out only when somebody wants to read it. */
  lines(): string[] {
    return this.#moments.map(({ atMs, what, record }) => `${new Date(atMs).toISOString()} ${what}${record === null ? '' : ` ${JSON.stringify(record)}`}`);
  }

  #tell(what: string, record: unknown): void {
    this.#moments.push({ atMs: this.#world.scheduler.nowMs, what, record });
  }
}

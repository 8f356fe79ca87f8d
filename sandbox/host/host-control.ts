import { randomUUID } from 'node:crypto';
import { DATA_NAMESPACE } from '../../src/backend/wix/collection-id';
import { duplicateSite } from '../wix/duplicate-site';
import type { SkippingClock } from '../clock';
import type { SigningKey } from '../wix/signing-key';
import type { WixStandIn } from '../wix/wix-stand-in';
import type { WooStandIn } from '../woocommerce/stand-in';
import type { BackgroundWork } from './background';
import { passTimeOfDay } from './time-of-day';

export interface HostControlParts {
  readonly wix: WixStandIn;
  readonly store: WooStandIn;
  readonly background: BackgroundWork;
  readonly instanceId: string;
  readonly signingKey: SigningKey;
  readonly clock: SkippingClock;
}

const WALKS = [`${DATA_NAMESPACE}/runs`, `${DATA_NAMESPACE}/previewRuns`];

/** Deliveries can set off deliveries; more rounds than this mean an endless echo. */
const MAX_ROUNDS = 50;

/** What the suites do to the sandbox as a whole. */
export class HostControl {
  readonly #parts: HostControlParts;

  constructor(parts: HostControlParts) {
    this.#parts = parts;
  }

  instanceId(): string {
    return this.#parts.instanceId;
  }

  /** A token as Wix hands it out; of the first site unless another one is named. */
  token(subjectType: 'USER' | 'MEMBER' | 'VISITOR', instanceId: string | null): string {
    const { world } = this.#parts.wix;
    return world.tokens.issue({ subjectType, subjectId: randomUUID(), clientId: world.app.id, instanceId: instanceId ?? this.#parts.instanceId }).token;
  }

  addSite(displayName: string): string {
    const instanceId = randomUUID();
    this.#parts.wix.installApp({ instanceId, displayName });
    return instanceId;
  }

  /** Duplicates the first site, as its owner does in Wix; says the copy's instance id. */
  duplicateSite(): string {
    const { wix, instanceId } = this.#parts;
    const copyId = randomUUID();
    duplicateSite(wix.world, (site) => wix.installApp(site), instanceId, copyId);
    return copyId;
  }

  /** Takes the app off a site, as its owner does. */
  removeApp(instanceId: string | null): void {
    this.#parts.wix.removeApp(instanceId ?? this.#parts.instanceId);
  }

  /** As if the last minute's calls of the first site's walks were made long ago, so that a suite need not wait out their share of the quota. */
  walksHaveRested(): void {
    const { wix: { world }, instanceId } = this.#parts;
    for (const name of WALKS) {
      const collection = world.dataOf(instanceId).collections.open(name);
      for (const { id, data } of collection.primary.all()) collection.put({ id, data: { ...data, recentCalls: [] } });
    }
  }

  /** So much time is over at once for both shops and the app, so that a suite need not wait for what is due later. */
  timePasses(ms: number): void {
    passTimeOfDay(ms);
    this.#parts.clock.skip(ms);
  }

  /** Signs claims the way Wix signs its events. */
  sign(claims: Readonly<Record<string, unknown>>): string {
    return this.#parts.signingKey.signJwt(claims);
  }

  /** Delivers everything that waits in both shops until nothing does any more. */
  async settle(): Promise<void> {
    const { wix, store, background } = this.#parts;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      await wix.events.flush();
      await wix.events.idle();
      await store.flushWebhooks();
      await background.idle();
      if (wix.events.pending().length === 0 && store.db.pending.size === 0 && background.size === 0) return;
    }
    throw new Error(`Still something to deliver after ${String(MAX_ROUNDS)} rounds`);
  }
}

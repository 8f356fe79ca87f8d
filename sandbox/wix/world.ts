import type { SandboxClock } from '../clock';
import type { EventBus } from './events';
import type { SiteData } from './site-data';
import type { Sites } from './site';
import type { SwitchBoard } from './switches';
import type { Tokens } from './tokens';

export interface AppCredentials {
  readonly id: string;
  readonly secret: string;
}

/** What every resource of the stand-in works with. */
export interface World {
  readonly app: AppCredentials;
  readonly clock: SandboxClock;
  readonly newId: () => string;
  readonly switches: SwitchBoard;
  readonly sites: Sites;
  readonly dataOf: (instanceId: string) => SiteData;
  readonly tokens: Tokens;
  readonly events: EventBus;
  /** How Wix gets at a file that it is to import. */
  readonly fetchFile: (request: Request) => Promise<Response>;
  /** Full ids of the Wix Data collections the app declared. */
  readonly collectionNames: Set<string>;
}

export function nowIso(world: Pick<World, 'clock'>): string {
  return new Date(world.clock.nowMs()).toISOString();
}

import type { SandboxClock } from '../clock';
import type { Database } from './database';
import type { HookArgument } from './rows';

/** What every part of the stand-in needs to know about the store it plays. */
export interface Site {
  readonly db: Database;
  readonly clock: SandboxClock;
  readonly title: string;
  /** The site's own address, without a slash at its end. */
  readonly publicUrl: string;
  readonly utcOffsetMinutes: number;
  readonly ownerEmail: string;
  /** Tells the webhooks that a WordPress hook ran. */
  readonly fire: (hook: string, argument: HookArgument) => void;
}

export const WOO_VERSION = '10.5.0';
export const WP_VERSION = '6.9.7';

/** Whole seconds, because that is what the store's columns hold. */
export function nowMs(site: Site): number {
  return Math.floor(site.clock.nowMs() / 1000) * 1000;
}

/** `2026-11-23T10:48:38`: UTC, without a Z, as the real store writes it. */
export function gmtDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}

export function siteDate(site: Site, ms: number): string {
  return gmtDate(ms + site.utcOffsetMinutes * 60_000);
}

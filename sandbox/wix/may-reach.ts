import type { World } from './world';

/** Whether the app gets at a site: where it is installed, or was until now and Wix gives it a moment to leave. */
export function mayReach({ sites, switches }: Pick<World, 'sites' | 'switches'>, instanceId: string): boolean {
  const site = sites.get(instanceId);
  return site !== undefined && (site.installed || switches.get().tokensAfterRemoval === 'granted');
}

import { getCookie } from 'hono/cookie';
import type { Context } from 'hono';
import type { Frame, Site } from '../pages/layout';

export const SITE_COOKIE = 'site';

/** The page's header: the site this browser has switched to, or the first. */
export function frameOf(c: Context, sites: readonly Site[]): Frame {
  const wanted = getCookie(c, SITE_COOKIE);
  const site = sites.find(({ instanceId }) => instanceId === wanted) ?? sites[0];
  if (site === undefined) throw new Error('The sandbox has no site');
  return { site, sites };
}

import { findLink } from './find-link';
import { isEcho } from './is-echo';
import { wixBornLink } from './new-link';
import { noteBacklog } from './note-backlog';
import type { SiteSession } from './session';
import type { ConnectionRow, LinkRow } from './tables';
import type { WixReviewEvent } from './wix-review-event';

/**
 * Wix tells of a change while its owner has paused syncing. Neither shop is touched; what happened is put on the review's
 * row, so that whatever comes first after the pause carries it. A deletion has to be: lists do not show what is gone, and
 * Wix tells but once. At most 4 calls, 2 for an echo.
 */
export async function noteWhilePaused(site: SiteSession, connection: ConnectionRow, event: WixReviewEvent): Promise<void> {
  const nowMs = site.clock.nowMs();
  const link = await findLink(site, event);
  if (link === null) {
    if (event.kind === 'deleted') return;
    await site.rows.insert('links', { ...wixBornLink(site.instanceId, event, nowMs), dueAtMs: nowMs });
  } else {
    if (link.state === 'gone' || (event.kind === 'changed' && isEcho(link, event, nowMs))) return;
    const set: Partial<LinkRow> = { ...(event.kind === 'deleted' ? { gone: 'wix' } : {}), dueAtMs: Math.max(nowMs, link.leaseUntilMs) };
    await site.rows.patch('links', link._id, { set, increment: { marks: 1 } });
  }
  await noteBacklog({ rows: site.rows, connection }, nowMs);
}

import { LEASE_MS } from './lease';
import type { PatchOptions, Rows } from './rows';
import type { Clock } from './clock';
import type { LinkRow } from './tables';

/**
 * Marks a link ("look again") and, unless somebody is at it, takes it.
 *
 * Ownership comes from the platform's atomic increment: of everybody who read `turn` n, only the one whose own
 * increment gave n + 1 owns the link. Who comes second leaves the mark, and the owner starts over when it sees it.
 * Returns the owned row, or `null`. 1 call.
 */
export async function claim({ rows, clock }: { rows: Rows; clock: Clock }, link: LinkRow, set: PatchOptions<LinkRow>['set'] = {}): Promise<LinkRow | null> {
  const nowMs = clock.nowMs();
  if (link.leaseUntilMs > nowMs) {
    await rows.patch('links', link._id, { set: { ...set, dueAtMs: link.leaseUntilMs }, increment: { marks: 1 } });
    return null;
  }
  const until = nowMs + LEASE_MS;
  const result = await rows.patch('links', link._id, { set: { ...set, leaseUntilMs: until, dueAtMs: until }, increment: { marks: 1, turn: 1 } });
  return result.kind === 'applied' && result.row.turn === link.turn + 1 ? result.row : null;
}

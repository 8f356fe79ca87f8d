import { LEASE_MS } from './lease';
import type { SiteSession } from './session';
import type { LinkRow } from './tables';

/**
 * `claim` for a page: whose increment gave the number it expected owns the row. Answers the owned rows as they are now.
 * `set` is written to all of them, owned or not: whoever is at a row writes over it. 2 calls.
 */
export async function claimAll({ rows, clock }: SiteSession, links: readonly LinkRow[], set: Partial<LinkRow> = {}): Promise<readonly LinkRow[]> {
  if (links.length === 0) return [];
  const leaseUntilMs = clock.nowMs() + LEASE_MS;
  await rows.patchMany('links', links.map(({ _id }) => ({ id: _id, set: { ...set, leaseUntilMs }, increment: { turn: 1 } })));
  const turns = new Map(links.map(({ _id, turn }) => [_id, turn]));
  return (await rows.getMany('links', links.map(({ _id }) => _id))).filter(({ _id, turn }) => turn === (turns.get(_id) ?? NaN) + 1);
}

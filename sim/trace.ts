import { createHash } from 'node:crypto';
import type { Story } from './story';
import type { World } from './world/world';

const TABLES = ['links', 'hints', 'runs', 'attention', 'authors', 'conflicts', 'connections'] as const;

/** A hash of what a world was and has become: every call, fault and change in order, both shops, every row, every alert. */
export function traceOf({ shops, rows, alerts }: World, story: Story): string {
  const hash = createHash('sha256');
  for (const line of story.lines()) hash.update(line);
  hash.update(JSON.stringify([[...shops.wix.values()], [...shops.store.values()], [...shops.contacts], [...alerts.told]]));
  for (const table of TABLES) hash.update(JSON.stringify(rows.all(table)));
  return hash.digest('hex');
}

import * as real from '../../src/core/plan';
import type { Seen } from '../../src/core/plan-types';

export const plan: typeof real.plan = (input) => real.plan({ ...input, wix: approved(input.wix), store: approved(input.store) });

function approved(seen: Seen): Seen {
  return seen.kind === 'present' && seen.fields.status === 'pending' ? { ...seen, fields: { ...seen.fields, status: 'published' } } : seen;
}

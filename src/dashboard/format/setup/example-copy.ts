import { advice } from '../../../core/advice';
import { plan } from '../../../core/plan';
import type { Capabilities, Policy } from '../../../core/plan-types';
import type { ReviewFields, Side } from '../../../core/review';
import { WIX_CAPABILITIES } from '../../../core/wix-capabilities';

export type ExampleCopy = { readonly kind: 'copy'; readonly fields: ReviewFields } | { readonly kind: 'stays'; readonly why: string };

/** What the other shop would get of a review: asked of the same planner that decides it for real. */
export function exampleCopy(from: Side, fields: ReviewFields, policy: Policy, store: Capabilities): ExampleCopy {
  const present = { kind: 'present', fields } as const;
  const never = { kind: 'never' } as const;
  const { ops, blocked } = plan({
    wix: from === 'wix' ? present : never,
    store: from === 'store' ? present : never,
    base: null, birth: from, policy,
    capabilities: { wix: WIX_CAPABILITIES, store },
  });
  const [op] = ops;
  if (op?.kind === 'create') return { kind: 'copy', fields: op.fields };
  const [obstacle] = blocked;
  return { kind: 'stays', why: obstacle === undefined ? 'It stays where it is, because its text or its stars may not go this way.' : advice(obstacle.code).sentence };
}

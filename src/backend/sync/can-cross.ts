import { plan } from '../../core/plan';
import type { Seen } from '../../core/plan-types';
import type { ReviewFields, Side } from '../../core/review';
import type { SyncCode } from '../../core/sync-code';
import { WIX_CAPABILITIES } from '../../core/wix-capabilities';
import type { SyncSession } from './session';

export type Crossing = { readonly kind: 'create'; readonly fields: ReviewFields } | { readonly kind: 'kept'; readonly code: SyncCode };

const NEVER: Seen = { kind: 'never' };

/** Asks the planner what becomes of a review that is only on `birth`'s side, before anything is looked up for it. No call. */
export function canCross({ connection, store }: SyncSession, birth: Side, fields: ReviewFields): Crossing {
  const here: Seen = { kind: 'present', fields };
  const { ops, blocked } = plan({
    wix: birth === 'wix' ? here : NEVER,
    store: birth === 'store' ? here : NEVER,
    base: null,
    birth,
    policy: connection.policy,
    capabilities: { wix: WIX_CAPABILITIES, store: store.capabilities },
  });
  const [op] = ops;
  return op?.kind === 'create' ? { kind: 'create', fields: op.fields } : { kind: 'kept', code: blocked[0]?.code ?? 'DIRECTION_OFF' };
}

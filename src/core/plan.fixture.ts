import { DEFAULT_POLICY } from './default-policy';
import { fingerprints, type Base } from './fingerprint';
import type { AbsenceProof, Capabilities, Direction, PlanInput, Policy, Seen } from './plan-types';
import type { Field, ReviewFields, Side } from './review';
import { WIX_CAPABILITIES } from './wix-capabilities';

export const WOO: Capabilities = {
  create: true,
  holds: ['body', 'rating', 'author', 'status'],
  edits: ['body', 'rating', 'author', 'status'],
  delete: 'trash',
  maxLength: { title: 0, body: 65_000, author: 245, reply: 0 },
};
/** A store that can do all that Wix can. */
export const FULL: Capabilities = { ...WIX_CAPABILITIES, delete: 'trash' };

export const REVIEW: ReviewFields = { title: 'Good', body: 'Would buy again', rating: 5, author: 'Dana', status: 'published', reply: null };
export const NEVER: Seen = { kind: 'never' };

export function present(change: Partial<ReviewFields> = {}): Seen {
  return { kind: 'present', fields: { ...REVIEW, ...change } };
}
export function gone(proof: AbsenceProof): Seen {
  return { kind: 'gone', proof };
}
/** The base of two sides that both held `REVIEW`. */
export function base(wix: Partial<ReviewFields> = {}, store: Partial<ReviewFields> = wix): Base {
  return { wix: fingerprints({ ...REVIEW, ...wix }), store: fingerprints({ ...REVIEW, ...store }) };
}
export function given(change: Partial<PlanInput>): PlanInput {
  return { wix: NEVER, store: NEVER, base: null, birth: 'wix', policy: DEFAULT_POLICY, capabilities: { wix: WIX_CAPABILITIES, store: FULL }, ...change };
}
export function toward(direction: Direction, ...fields: readonly Field[]): Policy {
  const changed = Object.fromEntries(fields.map((field) => [field, direction]));
  return { ...DEFAULT_POLICY, direction: { ...DEFAULT_POLICY.direction, ...changed } };
}
export function trusting(side: Side | 'birth'): Policy {
  return { ...DEFAULT_POLICY, truth: { title: side, body: side, rating: side, author: side, status: side, reply: side } };
}
export const deleting = (onDelete: Policy['onDelete']): Policy => ({ ...DEFAULT_POLICY, onDelete });
export const withWoo = { wix: WIX_CAPABILITIES, store: WOO };

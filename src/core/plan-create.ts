import { fingerprints } from './fingerprint';
import { mayCross } from './may-cross';
import { NOTHING, planBlocked } from './plan-nothing';
import type { Blocked, Plan, PlanInput } from './plan-types';
import { otherSide, type Field, type ReviewFields, type Side } from './review';
import { bodyMissing, valueRefusal } from './value-refusal';

/** What makes a review one; when these may not cross, there is nothing worth creating. */
const ESSENTIAL: readonly Field[] = ['body', 'rating'];

/** A review that only `from` holds and the other side never did: copy it, or say why not. */
export function planCreate(input: PlanInput, from: Side, fields: ReviewFields): Plan {
  const to = otherSide(from);
  const target = input.capabilities[to];
  if (ESSENTIAL.some((field) => target.holds.includes(field) && !mayCross(input.policy.direction[field], to))) return NOTHING;
  // It resolves by itself: publishing it is a change, and then it is planned again.
  if (fields.status !== 'published') return planBlocked([{ code: 'NOT_PUBLISHED', on: from, field: 'status', got: fields.status, expected: 'published' }], null);
  if (!target.create) return planBlocked([{ code: 'CANNOT_EDIT', on: to, field: null, got: 'a new review' }], null);

  const whole = copyFor(input, to, fields);
  // The shop's answer may be too long for the other side: that is no reason to keep the customer's review from it.
  const unanswered = target.holds.includes('reply') ? valueRefusal('reply', whole, to, target) : null;
  const copy = unanswered === null ? whole : { ...whole, reply: null };
  const blocked = refusals(input, to, copy);
  if (blocked.length > 0) return planBlocked(blocked, null);
  const [here, there] = [fingerprints(unanswered === null ? fields : { ...fields, reply: null }), fingerprints(copy)];
  const nextBase = from === 'wix' ? { wix: here, store: there } : { wix: there, store: here };
  return { ops: [{ kind: 'create', on: to, fields: copy }], conflicts: [], blocked: unanswered === null ? [] : [unanswered], nextBase };
}

/** Only what the target can hold and the merchant lets across. A name always goes along: nobody can publish without. */
function copyFor({ capabilities, policy }: PlanInput, to: Side, fields: ReviewFields): ReviewFields {
  const holds = (field: Field): boolean => capabilities[to].holds.includes(field);
  const carries = (field: Field): boolean => holds(field) && mayCross(policy.direction[field], to);
  return {
    title: carries('title') ? fields.title : '',
    body: carries('body') ? fields.body : '',
    rating: carries('rating') ? fields.rating : null,
    author: holds('author') ? fields.author : '',
    status: 'published',
    reply: carries('reply') ? fields.reply : null,
  };
}

function refusals({ capabilities }: PlanInput, to: Side, copy: ReviewFields): readonly Blocked[] {
  if (to === 'store' && copy.title === '' && copy.body === '') return [bodyMissing(to)];
  const target = capabilities[to];
  return target.holds.map((field) => valueRefusal(field, copy, to, target)).filter((refusal) => refusal !== null);
}

import { fieldVerdict, type Trees } from './field-verdict';
import { fingerprints, type Base, type Fingerprint } from './fingerprint';
import { heldByBoth } from './held-by-both';
import type { Blocked, Conflict, Plan, PlanInput } from './plan-types';
import { otherSide, SIDES, type Field, type ReviewFields, type Side } from './review';
import { writesOn } from './writes-on';

interface Draft {
  readonly conflicts: Conflict[];
  readonly blocked: Blocked[];
  readonly carried: Readonly<Record<Side, Field[]>>;
  readonly base: Readonly<Record<Side, Record<Field, Fingerprint>>>;
}

/** Three-way merge of a pair, field by field. */
export function planFields(input: PlanInput, fields: Readonly<Record<Side, ReviewFields>>, base: Base): Plan {
  const now = { wix: fingerprints(fields.wix), store: fingerprints(fields.store) };
  const trees: Trees = { fields, now, base };
  // A field that only one side can hold is on record as it is, so it never looks changed.
  const draft: Draft = { conflicts: [], blocked: [], carried: { wix: [], store: [] }, base: { wix: { ...now.wix }, store: { ...now.store } } };
  for (const field of heldByBoth(input)) settleField(input, trees, field, draft);
  return {
    ops: SIDES.flatMap((side) => writesOn(side, fields[otherSide(side)], draft.carried[side])),
    conflicts: draft.conflicts,
    blocked: draft.blocked,
    nextBase: draft.base,
  };
}

function settleField(input: PlanInput, trees: Trees, field: Field, draft: Draft): void {
  const verdict = fieldVerdict(input, trees, field);
  switch (verdict.kind) {
    case 'record':
      return;
    case 'carry': {
      const { to, overrules } = verdict;
      const from = otherSide(to);
      draft.carried[to].push(field);
      draft.base[to][field] = trees.now[from][field];
      if (overrules) draft.conflicts.push({ field, winner: from, lost: trees.fields[to][field] });
      return;
    }
    case 'wait':
      for (const side of SIDES) draft.base[side][field] = trees.base[side][field];
      if (verdict.blocked !== null) draft.blocked.push(verdict.blocked);
  }
}

import { invalidFields, type FieldViolation } from './api-error';

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code?: string | undefined;
}

/** What any zod schema offers, whichever copy of zod it was built with. */
export interface Check<Output = unknown> {
  safeParse(value: unknown): { readonly success: true; readonly data: Output } | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

export function violations(check: Check, value: unknown): readonly FieldViolation[] {
  const result = check.safeParse(value);
  return result.success ? [] : result.error.issues.map(toViolation);
}

/** Parses or throws the 400 Wix would answer with. */
export function parseInput<Output>(check: Check<Output>, value: unknown): Output {
  const result = check.safeParse(value);
  if (result.success) return result.data;
  throw invalidFields(result.error.issues.map(toViolation));
}

function toViolation(issue: Issue): FieldViolation {
  const field = issue.path.map((part) => String(part).replace(/^_(id|createdDate|updatedDate)$/u, '$1')).join('.');
  const violatedRule = issue.code === 'too_big' ? 'MAX_LENGTH' : issue.code === 'too_small' ? 'MIN' : 'OTHER';
  return { field, description: issue.message, violatedRule };
}

import { invalidFields, type FieldViolation } from './api-error';
import { isObject } from './json';
import type { Sort } from './sort';

/** Which operators each field takes, and which fields can be sorted by; an API refuses everything else. */
export interface FilterRules {
  readonly operators: Readonly<Record<string, readonly string[]>>;
  readonly sortable: readonly string[];
}

export const EQUALITY = ['$eq', '$ne', '$in'] as const;
export const ORDER = [...EQUALITY, '$lt', '$lte', '$gt', '$gte'] as const;

export function checkQuery(filter: unknown, sort: Sort, rules: FilterRules): void {
  const found = [
    ...filterViolations(filter, rules),
    ...sort
      .filter(({ fieldName }) => !rules.sortable.includes(fieldName))
      .map(({ fieldName }) => ({ field: 'query.sort', description: `does not support sorting by ${fieldName}`, violatedRule: 'OTHER' })),
  ];
  if (found.length > 0) throw invalidFields(found);
}

function filterViolations(filter: unknown, rules: FilterRules): readonly FieldViolation[] {
  if (!isObject(filter)) return [];
  return Object.entries(filter).flatMap(([key, condition]) => {
    if (key === '$and' || key === '$or') return Array.isArray(condition) ? condition.flatMap((part) => filterViolations(part, rules)) : [];
    if (key === '$not') return filterViolations(condition, rules);
    return fieldViolations(key, condition, rules);
  });
}

function fieldViolations(field: string, condition: unknown, rules: FilterRules): readonly FieldViolation[] {
  const allowed = rules.operators[field];
  if (allowed === undefined) return [{ field: 'query.filter', description: `does not support the field ${field}`, violatedRule: 'OTHER' }];
  const used = isObject(condition) ? Object.keys(condition) : ['$eq'];
  return used
    .filter((operator) => !allowed.includes(operator))
    .map((operator) => ({ field: 'query.filter', description: `does not support ${operator} on ${field}`, violatedRule: 'OTHER' }));
}

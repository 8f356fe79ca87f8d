import { isObject, valueAt } from './json';

/** Scalars as they compare: dates in either spelling become numbers. */
type Comparable = string | number | boolean | null;

const ISO_TIMESTAMP = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/u;

export function toComparable(value: unknown): Comparable | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value[10] === 'T' && ISO_TIMESTAMP.test(value) ? Date.parse(value) : value;
  if (isObject(value) && typeof value['$date'] === 'string') return Date.parse(value['$date']);
  return undefined;
}

export class FilterError extends Error {
  override readonly name = 'FilterError';
}

/** Whether a row passes a filter in Wix's query language; keys of one object are joined by AND. */
export function matches(filter: unknown, row: unknown): boolean {
  if (filter === undefined || filter === null) return true;
  if (!isObject(filter)) throw new FilterError(`Expected a filter to be an object, got ${JSON.stringify(filter)}`);
  return Object.entries(filter).every(([key, condition]) => {
    switch (key) {
      case '$and':
        return list(condition).every((part) => matches(part, row));
      case '$or':
        return list(condition).some((part) => matches(part, row));
      case '$not':
        return !(Array.isArray(condition) ? condition.every((part) => matches(part, row)) : matches(condition, row));
      default:
        if (key.startsWith('$')) throw new FilterError(`Unknown operator ${key}`);
        return holds(valueAt(row, key), condition);
    }
  });
}

function holds(value: unknown, condition: unknown): boolean {
  const isOperators = isObject(condition) && Object.keys(condition).length > 0 && Object.keys(condition).every((key) => key.startsWith('$') && key !== '$date');
  if (!isOperators) return same(value, condition);
  return Object.entries(condition).every(([operator, operand]) => applies(operator, value, operand));
}

function applies(operator: string, value: unknown, operand: unknown): boolean {
  switch (operator) {
    case '$eq':
      return same(value, operand);
    case '$ne':
      return !same(value, operand);
    case '$in':
      return list(operand).some((one) => same(value, one));
    case '$nin':
      return !list(operand).some((one) => same(value, one));
    case '$hasSome':
      return list(operand).some((one) => same(value, one));
    case '$hasAll':
      return list(operand).every((one) => same(value, one));
    case '$lt':
      return order(value, operand, (sign) => sign < 0);
    case '$lte':
      return order(value, operand, (sign) => sign <= 0);
    case '$gt':
      return order(value, operand, (sign) => sign > 0);
    case '$gte':
      return order(value, operand, (sign) => sign >= 0);
    case '$exists':
      return (value !== undefined && value !== null) === operand;
    case '$isEmpty':
      return (value === undefined || value === null || (Array.isArray(value) && value.length === 0) || value === '') === operand;
    default:
      return appliesToText(operator, value, operand);
  }
}

function appliesToText(operator: string, value: unknown, operand: unknown): boolean {
  if (operator !== '$startsWith' && operator !== '$endsWith' && operator !== '$contains') throw new FilterError(`Unknown operator ${operator}`);
  if (typeof value !== 'string' || typeof operand !== 'string') return false;
  const [text, part] = [value.toLowerCase(), operand.toLowerCase()];
  if (operator === '$startsWith') return text.startsWith(part);
  return operator === '$endsWith' ? text.endsWith(part) : text.includes(part);
}

/** A list holds a value when one of its elements is that value. */
function same(value: unknown, operand: unknown): boolean {
  if (Array.isArray(value) && !Array.isArray(operand)) return value.some((one) => same(one, operand));
  const left = toComparable(value);
  const right = toComparable(operand);
  return left === undefined || right === undefined ? JSON.stringify(value) === JSON.stringify(operand) : left === right;
}

/** Only values of one kind have an order: `null` is neither below nor above a number. */
function order(value: unknown, operand: unknown, test: (sign: number) => boolean): boolean {
  const left = toComparable(value);
  const right = toComparable(operand);
  if (left === undefined || right === undefined || left === null || right === null || typeof left !== typeof right) return false;
  return test(left < right ? -1 : left > right ? 1 : 0);
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new FilterError(`Expected a list, got ${JSON.stringify(value)}`);
  return value;
}

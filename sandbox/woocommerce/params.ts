import { isEmail } from './text-filters';
import { WpError } from './wp-error';

/** One argument of an endpoint, as WordPress describes it in its answer to OPTIONS. */
export interface ArgSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly required?: boolean;
  readonly default?: unknown;
}

export type Args = Readonly<Record<string, ArgSchema>>;
export type Params = Readonly<Record<string, unknown>>;

interface Complaint {
  readonly message: string;
  readonly code: string;
  readonly data: { param: string } | null;
}

/** Checks and converts the known arguments as WordPress does; what is not in `args` passes through untouched. */
export function readParams(args: Args, given: Params): Params {
  const missing = Object.keys(args).filter((name) => args[name]?.required === true && given[name] === undefined);
  if (missing.length > 0) {
    const message = `Missing parameter(s): ${missing.join(', ')}`;
    throw new WpError('rest_missing_callback_param', message, 400, { params: missing });
  }
  const complaints: [string, Complaint][] = [];
  const read: Record<string, unknown> = { ...given };
  for (const [name, schema] of Object.entries(args)) {
    const value = given[name] ?? schema.default;
    if (value === undefined || value === null) continue;
    const complaint = complainAbout(name, value, schema);
    if (complaint === null) read[name] = convert(value, schema);
    else complaints.push([name, complaint]);
  }
  if (complaints.length > 0) throw invalid(complaints);
  return read;
}

function invalid(complaints: readonly [string, Complaint][]): WpError {
  const names = complaints.map(([name]) => name).join(', ');
  return new WpError('rest_invalid_param', `Invalid parameter(s): ${names}`, 400, {
    params: Object.fromEntries(complaints.map(([name, { message }]) => [name, message])),
    details: Object.fromEntries(complaints.map(([name, { code, message, data }]) => [name, { code, message, data }])),
  });
}

function complainAbout(name: string, value: unknown, schema: ArgSchema): Complaint | null {
  if (schema.type === 'array') {
    const at = toList(value).findIndex((item) => !isInteger(item));
    return at === -1 ? null : wrongType(`${name}[${at}]`, 'integer');
  }
  if (schema.type === 'integer') return isInteger(value) ? complainAboutBounds(name, Number(value), schema) : wrongType(name, 'integer');
  if (schema.type === 'boolean') return isBoolean(value) ? null : wrongType(name, 'boolean');
  if (typeof value !== 'string') return wrongType(name, 'string');
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    return { code: 'rest_not_in_enum', message: `${name} is not one of ${sentence(schema.enum)}.`, data: null };
  }
  if (schema.format === 'date-time' && parseDate(value, 0) === null) {
    return { code: 'rest_invalid_date', message: 'Invalid date.', data: null };
  }
  if (schema.format === 'email' && !isEmail(value)) {
    return { code: 'rest_invalid_email', message: 'Invalid email address.', data: null };
  }
  return null;
}

function complainAboutBounds(name: string, value: number, { minimum, maximum }: ArgSchema): Complaint | null {
  const outside = (minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum);
  if (!outside) return null;
  const message =
    maximum === undefined
      ? `${name} must be greater than or equal to ${minimum}`
      : `${name} must be between ${minimum} (inclusive) and ${maximum} (inclusive)`;
  return { code: 'rest_out_of_bounds', message, data: null };
}

function wrongType(param: string, type: string): Complaint {
  const article = type === 'integer' ? 'integer' : type;
  return { code: 'rest_invalid_type', message: `${param} is not of type ${article}.`, data: { param } };
}

function convert(value: unknown, schema: ArgSchema): unknown {
  if (schema.type === 'array') return toList(value).map(Number);
  if (schema.type === 'integer') return Number(value);
  if (schema.type === 'boolean') return value === true || value === 1 || value === 'true' || value === '1';
  return value;
}

function isInteger(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value);
  return typeof value === 'string' && /^\s*-?\d+(\.0+)?\s*$/.test(value);
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean' || ['0', '1', 'true', 'false', '', 0, 1].some((accepted) => accepted === value);
}

function toList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return String(value).split(/[\s,]+/).filter((item) => item !== '');
}

function sentence(words: readonly string[]): string {
  if (words.length < 3) return words.join(' and ');
  return `${words.slice(0, -1).join(', ')}, and ${words.at(-1)}`;
}

/**
 * Epoch milliseconds of an ISO date. Without an offset it is read as the site's own time, which is how WooCommerce
 * reads `after` and `before`. `null` when it is no date.
 */
export function parseDate(text: string, utcOffsetMinutes: number): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2})(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (match === null) return null;
  const [, day = '', time = '00:00:00', , zone] = match;
  const ms = Date.parse(`${day}T${time}${zone ?? 'Z'}`);
  if (Number.isNaN(ms)) return null;
  return zone === undefined ? ms - utcOffsetMinutes * 60_000 : ms;
}

/** Text of a param, `undefined` when it was not sent. */
export function textParam(params: Params, name: string): string | undefined {
  const value = params[name];
  return value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
}

/** Number of a param, `undefined` when it was not sent or is not one. */
export function numberParam(params: Params, name: string): number | undefined {
  const value = params[name];
  const number = value === undefined || value === null || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Whole numbers of a list param, empty when it was not sent. */
export function listParam(params: Params, name: string): readonly number[] {
  const value = params[name];
  return Array.isArray(value) ? value.map(Number) : [];
}

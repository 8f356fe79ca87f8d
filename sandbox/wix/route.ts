import { ApiError } from './api-error';
import type { JsonObject } from './json';
import type { Access } from './request-log';
import type { Site } from './site';
import type { SiteData } from './site-data';
import type { Caller, SubjectType } from './tokens';
import type { Check } from './validate';

/** One authorised request: the site is the token's, never one named in the request. */
export interface Call {
  readonly caller: Caller;
  readonly site: Site;
  readonly data: SiteData;
  readonly params: Readonly<Record<string, string>>;
  /** The body; for a GET the `.r` parameter or the plain parameters. */
  readonly input: unknown;
}

/** An official schema and how the wire form becomes what it describes. */
export interface OfficialCheck {
  readonly schema: Check;
  toSdkShape(value: unknown, params: Readonly<Record<string, string>>): unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly access: Access;
  readonly subjects: readonly SubjectType[];
  readonly request?: OfficialCheck;
  readonly answer?: OfficialCheck;
  handle(call: Call): JsonObject;
}

export const ANYONE: readonly SubjectType[] = ['APP', 'USER', 'MEMBER', 'VISITOR'];
/** The app itself, or a person with the dashboard open. */
export const BACK_OFFICE: readonly SubjectType[] = ['APP', 'USER'];
export const APP_ONLY: readonly SubjectType[] = ['APP'];

export function requireSubject(call: Call, subjects: readonly SubjectType[]): void {
  if (!subjects.includes(call.caller.subjectType)) throw new ApiError(403, 'Permission denied');
}

export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new RangeError(`Expected a path parameter named ${name}`);
  return value;
}

/** Interfaces lack the index signature of a JSON object; every value handed over here was built from JSON. */
export function toJson(value: object): JsonObject {
  return value as JsonObject;
}

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads `a.b.c`. A key that itself holds dots is preferred, as Wix Data allows those. */
export function valueAt(source: unknown, path: string): unknown {
  if (!isObject(source)) return undefined;
  if (Object.hasOwn(source, path)) return source[path];
  const dot = path.indexOf('.');
  return dot === -1 ? undefined : valueAt(source[path.slice(0, dot)], path.slice(dot + 1));
}

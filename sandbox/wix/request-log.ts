import { isObject } from './json';
import type { SubjectType } from './tokens';

const CAPACITY = 5_000;

export type Access = 'read' | 'write';

export interface LogEntry {
  readonly seq: number;
  readonly atMs: number;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly instanceId: string | null;
  readonly subjectType: SubjectType | null;
  readonly access: Access;
  readonly status: number;
  /** Names and lengths only: the log is shown, and bodies hold addresses and secrets. */
  readonly summary: string;
  /** What the official schemas held against the request. */
  readonly violations: readonly string[];
}

export interface LogFilter {
  readonly instanceId?: string;
  /** Entries after this sequence number. */
  readonly since?: number;
}

export interface LogCounts {
  readonly total: number;
  readonly reads: number;
  readonly writes: number;
  readonly failed: number;
  readonly violations: number;
  /** By `METHOD /path`, ids left out. */
  readonly byRoute: Readonly<Record<string, number>>;
}

export interface RequestLog {
  add(entry: Omit<LogEntry, 'seq'>, route: string): void;
  /** The last 5,000 at most, oldest first. */
  entries(filter?: LogFilter): readonly LogEntry[];
  /** Over everything since the start or the last `clear`. */
  counts(): LogCounts;
  clear(): void;
}

export function createRequestLog(): RequestLog {
  let entries: LogEntry[] = [];
  let seq = 0;
  const totals = { total: 0, reads: 0, writes: 0, failed: 0, violations: 0 };
  let byRoute: Record<string, number> = {};
  return {
    add(entry, route) {
      seq += 1;
      entries.push({ ...entry, seq });
      // Dropping half at once keeps adding cheap.
      if (entries.length > CAPACITY * 2) entries = entries.slice(-CAPACITY);
      totals.total += 1;
      totals[entry.access === 'read' ? 'reads' : 'writes'] += 1;
      if (entry.status !== 200) totals.failed += 1;
      if (entry.violations.length > 0) totals.violations += 1;
      byRoute[route] = (byRoute[route] ?? 0) + 1;
    },
    entries: ({ instanceId, since = 0 } = {}) =>
      entries.slice(-CAPACITY).filter((entry) => entry.seq > since && (instanceId === undefined || entry.instanceId === instanceId)),
    counts: () => ({ ...totals, byRoute: { ...byRoute } }),
    clear() {
      entries = [];
      byRoute = {};
      Object.assign(totals, { total: 0, reads: 0, writes: 0, failed: 0, violations: 0 });
    },
  };
}

export function summarise(body: unknown): string {
  if (!isObject(body)) return '';
  return Object.entries(body)
    .map(([key, value]) => (Array.isArray(value) ? `${key}[${value.length}]` : isObject(value) ? `${key}{${Object.keys(value).join(',')}}` : key))
    .join(' ')
    .slice(0, 200);
}

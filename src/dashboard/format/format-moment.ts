const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "5 minutes ago". Under a minute is "just now": a ticking second tells nobody anything. */
export function formatRelative(atMs: number, nowMs: number): string {
  const agoMs = Math.max(0, nowMs - atMs);
  const unit = UNITS.find(([, lengthMs]) => agoMs >= lengthMs);
  if (unit === undefined) return 'just now';
  const [name, lengthMs] = unit;
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'always' }).format(-Math.floor(agoMs / lengthMs), name);
}

export function formatAbsolute(atMs: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' }).format(atMs);
}

export function formatDay(atMs: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(atMs);
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long something still takes, as roughly as it is known: "less than a minute", "12 min", "3 h 20 min". */
export function formatDuration(durationMs: number): string {
  if (durationMs < MINUTE_MS) return 'less than a minute';
  const minutes = Math.round(durationMs / MINUTE_MS);
  if (durationMs < HOUR_MS) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

const MINUTE_MS = 60_000;
const MINUTES_AN_HOUR = 60;
const HOURS_A_DAY = 24;

/** How long something takes or has waited, as roughly as it is useful: "less than a minute", "12 min", "3 h 20 min", "1 day 6 h", "3 days". */
export function formatDuration(durationMs: number): string {
  if (durationMs < MINUTE_MS) return 'less than a minute';
  const minutes = Math.round(durationMs / MINUTE_MS);
  if (minutes < MINUTES_AN_HOUR) return `${minutes} min`;
  const hours = Math.floor(minutes / MINUTES_AN_HOUR);
  if (hours < HOURS_A_DAY) return withRest(`${hours} h`, minutes % MINUTES_AN_HOUR, 'min');
  const days = Math.floor(hours / HOURS_A_DAY);
  return days === 1 ? withRest('1 day', hours % HOURS_A_DAY, 'h') : `${days} days`;
}

function withRest(whole: string, rest: number, unit: string): string {
  return rest === 0 ? whole : `${whole} ${rest} ${unit}`;
}

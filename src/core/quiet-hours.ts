/** Hours of the day, in a shop's own time zone, in which nobody is to be told. `to` may lie on the next day. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/**
 * When the quiet that holds at `nowMs` ends, `null` when none does. A day of another length (summer time) may end it
 * an hour off; an unknown time zone, and hours that are the same, mean no quiet.
 */
export function quietUntil({ from, to, timeZone }: QuietHours, nowMs: number): number | null {
  const minute = minuteOfDay(nowMs, timeZone);
  if (minute === null || from === to) return null;
  const [begin, end] = [from * HOUR_MINUTES, to * HOUR_MINUTES];
  const isQuiet = begin < end ? minute >= begin && minute < end : minute >= begin || minute < end;
  if (!isQuiet) return null;
  const left = (end - minute + DAY_MINUTES) % DAY_MINUTES;
  return (Math.floor(nowMs / MINUTE_MS) + left) * MINUTE_MS;
}

export function isTimeZone(text: string): boolean {
  return minuteOfDay(0, text) !== null;
}

function minuteOfDay(atMs: number, timeZone: string): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(atMs);
    const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 'NaN');
    return read('hour') * HOUR_MINUTES + read('minute');
  } catch {
    return null;
  }
}

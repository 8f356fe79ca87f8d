import type { InboxFilter, InboxSummary } from '../../../backend/endpoints/inbox/inbox-types';
import { USUAL_OVERDUE_HOURS } from '../../../core/attention';
import { formatDuration } from '../format-duration';
import { NAME_TO_COME } from '../product-label';

type Words = Readonly<Record<string, string>>;

const HOUR_MS = 3_600_000;
const AGES = [72, 168, 720];

/** No choice among the others. */
export const ANY = 'any';

/** Products near at hand to narrow the list to: those of the rows that are shown, those with the most open items, and the one chosen. All others are found by name. */
export function productWords({ product }: InboxFilter, summary: InboxSummary | null, names: Words): Words {
  const known = Object.entries(names);
  const most = (summary?.products ?? []).map(({ product: key, name }) => [key, name ?? NAME_TO_COME] as const);
  const chosen = product === null || [...known, ...most].some(([key]) => key === product) ? [] : [[product, NAME_TO_COME] as const];
  const byName = [...new Map([...most, ...known, ...chosen])].toSorted(([, a], [, b]) => a.localeCompare(b));
  return { [ANY]: 'All products', ...Object.fromEntries(byName) };
}

export function ageKey(hours: number | null): string {
  return hours === null ? ANY : `${String(hours)} h`;
}

export function hoursOfAge(key: string): number | null {
  return key === ANY ? null : Number.parseInt(key, 10);
}

export function ageWords({ olderThanHours }: InboxFilter, summary: InboxSummary | null): Words {
  const overdue = summary?.overdueHours ?? USUAL_OVERDUE_HOURS;
  const hours = [...new Set([overdue, ...AGES, ...(olderThanHours === null ? [] : [olderThanHours])])].toSorted((a, b) => a - b);
  const word = (hour: number): string => `${hour === overdue ? 'Overdue: over' : 'Over'} ${formatDuration(hour * HOUR_MS)}`;
  return { [ANY]: 'Any age', ...Object.fromEntries(hours.map((hour) => [ageKey(hour), word(hour)])) };
}

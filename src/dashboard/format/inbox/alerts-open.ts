/** The address of the inbox with its alert settings open. */
export const ALERTS_OPEN = '?alerts=open';

export function asksForAlerts(search: string): boolean {
  return new URLSearchParams(search).get('alerts') === 'open';
}

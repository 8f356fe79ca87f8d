/**
 * JSON with the escapes PHP writes by default (`\/` and `\u00e9`): a webhook's signature covers these very bytes.
 */
export function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

import type { ApiError } from '../../backend/endpoints/api-types';

/** Asked again, these answer the same until somebody gives the caller another role or the app its permissions. */
const LASTING: readonly ApiError['code'][] = ['NOT_ALLOWED', 'WIX_FORBIDDEN', 'NOT_CONNECTED'];

/** Whether a button that asks again could lead anywhere. */
export function retryHelps(code: ApiError['code'] | undefined): boolean {
  return code === undefined || !LASTING.includes(code);
}

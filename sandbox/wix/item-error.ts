import { ApiError } from './api-error';

/** A bulk answer says what went wrong with one item the way a single call would have said it. */
export function itemError(error: unknown): { readonly code: string; readonly description: string } {
  if (!(error instanceof ApiError)) throw error;
  const { details } = error;
  if ('applicationError' in details) return { code: details.applicationError.code, description: details.applicationError.description };
  return { code: 'validationError' in details ? 'INVALID_ARGUMENT' : String(error.status), description: error.message };
}

import type { ApiError } from '../../backend/endpoints/api-types';

/** An endpoint's answer that is not what was asked for, in words for the merchant. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: ApiError;

  constructor(problem: ApiError) {
    super(problem.sentence);
    this.problem = problem;
  }
}

const UNREACHABLE: ApiError = {
  code: 'UNEXPECTED',
  sentence: 'The app could not be reached.',
  action: 'Check your internet connection and try again.',
};

const UNREADABLE: ApiError = { code: 'UNEXPECTED', sentence: 'Something went wrong on our side.', action: 'Try again in a moment.' };

export function unreachable(): ApiProblem {
  return new ApiProblem(UNREACHABLE);
}

/** Reads `{ error }`; anything else, such as a proxy's page, becomes a plain apology. */
export function problemOf(body: unknown): ApiProblem {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  return new ApiProblem(isApiError(error) ? error : UNREADABLE);
}

/** What to show for anything a query or mutation can fail with. */
export function asProblem(error: unknown): ApiError {
  return error instanceof ApiProblem ? error.problem : UNREADABLE;
}

function isApiError(value: unknown): value is ApiError {
  if (typeof value !== 'object' || value === null || !('sentence' in value) || !('action' in value)) return false;
  return 'code' in value && typeof value.sentence === 'string' && typeof value.action === 'string';
}

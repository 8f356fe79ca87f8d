import type { ApiError } from '../../backend/endpoints/api-types';

type Words = Pick<ApiError, 'sentence' | 'action'>;

/**
 * What a failed connect is told as. The general words for these codes speak of a store that is connected already,
 * whose changes wait; here nothing is connected and the merchant has the form in front of them.
 */
export function connectProblem(problem: ApiError): Words {
  switch (problem.code) {
    case 'STORE_UNREACHABLE':
      return { sentence: 'No store answers at this address.', action: 'Check the address, and that the store is online, then try again.' };
    case 'STORE_TIMEOUT':
      return { sentence: 'The store took too long to answer.', action: 'Try again in a moment.' };
    case 'STORE_SERVER_ERROR':
      return { sentence: 'The store had a problem of its own.', action: 'Try again in a moment.' };
    case 'STORE_RATE_LIMITED':
      return { sentence: 'The store asked for a pause.', action: 'Try again in a minute.' };
    case 'STORE_AUTH':
      return { sentence: 'The store does not accept these keys.', action: 'Copy the key and the secret again, or make new ones.' };
    case 'INPUT_INVALID':
      return { sentence: invalid(problem), action: 'Correct it and try again.' };
    default:
      return problem;
  }
}

function invalid({ got, expected, sentence }: ApiError): string {
  return got === undefined || expected === undefined ? sentence : `Expected ${expected}, got ${got}.`;
}

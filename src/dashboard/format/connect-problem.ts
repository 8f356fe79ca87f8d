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
    case 'STORE_URL_INSECURE':
      return { sentence: 'This address begins with http, so the keys would travel in the open.', action: 'Enter the address with https. If the store has no https, ask its host to switch it on.' };
    case 'STORE_CERTIFICATE':
      return { sentence: 'A store answers here, but its security certificate is not one that browsers trust.', action: 'A self-signed or expired certificate cannot be used. Ask the host for a free one (Let’s Encrypt), then try again.' };
    case 'STORE_BLOCKED':
      return { sentence: 'A firewall in front of the store showed a page of its own and turned the app away.', action: 'In the firewall or security plugin (Cloudflare, Wordfence …) allow requests to /wp-json/wc/ from “ReviewRelay”, then try again.' };
    case 'STORE_NOT_RECOGNISED':
      return { sentence: 'There is a website at this address, but no WooCommerce.', action: 'Check that WooCommerce is active, that permalinks are not “Plain”, and that this is the shop’s address and not a page of it.' };
    case 'STORE_FORBIDDEN':
      return { sentence: 'The keys are right, but they may only read.', action: 'In WooCommerce, make keys with the permission Read/Write and enter those.' };
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

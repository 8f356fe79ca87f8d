import type { ApiError } from '../../backend/endpoints/api-types';

type KeyField = 'url' | 'key' | 'secret';

/** Which field of the connect form an error is about; `null` when it is about none of them. */
export function faultyField({ code, field }: Pick<ApiError, 'code' | 'field'>): KeyField | null {
  if (field === 'url' || field === 'key' || field === 'secret') return field;
  switch (code) {
    case 'STORE_URL_INVALID':
    case 'STORE_URL_INSECURE':
    case 'STORE_URL_PRIVATE':
    case 'STORE_UNREACHABLE':
    case 'STORE_TIMEOUT':
    case 'STORE_CERTIFICATE':
    case 'STORE_BLOCKED':
    case 'STORE_NOT_RECOGNISED':
      return 'url';
    case 'STORE_AUTH':
    case 'STORE_FORBIDDEN':
      return 'key';
    default:
      return null;
  }
}

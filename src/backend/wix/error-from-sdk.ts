import { isSyncError, SyncError, type SyncErrorDetails } from '../../core/sync-error';
import { sdkFailure, type SdkFailure } from './sdk-failure';

/** Wix Data codes that mean the site has no place for our rows (yet). */
const STORAGE_NOT_READY = new Set(['WDE0025', 'WDE0110', 'WDE0117']);
const DATA_QUOTA = 'WDE0014';

/** Whatever an SDK call threw, in the engine's terms and without a word of anybody's content. */
export function errorFromSdk(error: unknown): SyncError {
  if (isSyncError(error)) return error;
  const failure = sdkFailure(error);
  const details = detailsOf(failure);
  if (STORAGE_NOT_READY.has(failure.code)) return new SyncError('STORAGE_NOT_READY', details);
  if (failure.code === DATA_QUOTA) return new SyncError('WIX_RATE_LIMITED', details);
  if (failure.status === null) return new SyncError(failure.code === '' ? 'WIX_SERVER_ERROR' : 'WIX_REFUSED', details);
  return new SyncError(codeOf(failure.status, failure), details);
}

function codeOf(status: number, failure: SdkFailure): SyncError['code'] {
  if (isOrganicRefusal(status, failure)) return 'WIX_ORGANIC_REFUSED';
  if (status === 429) return 'WIX_RATE_LIMITED';
  if (status === 401 || status === 403) return 'WIX_FORBIDDEN';
  // What we knew of the entity no longer holds, or it is gone: reading it again tells which.
  if (status === 404 || status === 409 || status === 410 || status === 428) return 'WIX_REVISION_STALE';
  if (status >= 500 || status === 408) return 'WIX_SERVER_ERROR';
  return 'WIX_REFUSED';
}

/** Wix once documented that apps may not touch reviews written by shoppers; how it says so is not. */
function isOrganicRefusal(status: number, { code, description, field }: SdkFailure): boolean {
  return status >= 400 && status < 500 && /organic|\borigin\b/i.test(`${code} ${description} ${field ?? ''}`.replaceAll('_', ' '));
}

function detailsOf({ status, code, field }: SdkFailure): SyncErrorDetails {
  const parts = [status === null ? 'no answer' : `HTTP ${status}`, code];
  return { ...(field === null ? {} : { field }), got: parts.filter((part) => part !== '').join(' ') };
}

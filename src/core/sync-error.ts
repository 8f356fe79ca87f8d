import type { SyncCode } from './sync-code';

export interface SyncErrorDetails {
  /** Name of the field or argument at fault. */
  readonly field?: string;
  /** Shape of what came ("70000 characters", "HTTP 503"): never a person's text, an address or a key. */
  readonly got?: string;
  readonly expected?: string;
  /** How long the other side asked us to wait. */
  readonly retryAfterMs?: number;
}

/**
 * The only error the engine throws on purpose. Its message leaves the process (Wix telemetry),
 * so it is built from the code and shapes alone.
 */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly code: SyncCode;
  readonly details: SyncErrorDetails;

  constructor(code: SyncCode, details: SyncErrorDetails = {}) {
    super(describe(code, details));
    this.code = code;
    this.details = details;
  }
}

function describe(code: SyncCode, { field, got, expected }: SyncErrorDetails): string {
  const about = field === undefined ? '' : ` ${field}:`;
  const wanted = expected === undefined ? '' : ` expected ${expected},`;
  const came = got === undefined ? '' : ` got ${got}`;
  return `${code}:${about}${wanted}${came}`.replace(/[:,]$/, '');
}

export function isSyncError(error: unknown): error is SyncError {
  return error instanceof SyncError;
}

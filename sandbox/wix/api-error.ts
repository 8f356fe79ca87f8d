import type { Json } from './json';

export interface FieldViolation {
  readonly field: string;
  readonly description: string;
  readonly violatedRule: string;
}

export type ErrorDetails =
  | { readonly applicationError: { readonly code: string; readonly description: string; readonly data?: Json } }
  | { readonly validationError: { readonly fieldViolations: readonly FieldViolation[] } }
  | Readonly<Record<string, never>>;

/** An answer other than 200, in the body shape all Wix APIs share. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 428 | 429 | 500 | 503,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }

  get body(): { readonly message: string; readonly details: ErrorDetails } {
    return { message: this.message, details: this.details };
  }
}

export function applicationError(status: ApiError['status'], code: string, description: string, data?: Json): ApiError {
  return new ApiError(status, description, { applicationError: { code, description, ...(data === undefined ? {} : { data }) } });
}

export function invalidField(field: string, description: string, violatedRule = 'OTHER'): ApiError {
  return invalidFields([{ field, description, violatedRule }]);
}

export function invalidFields(fieldViolations: readonly FieldViolation[]): ApiError {
  const first = fieldViolations[0];
  const message = first === undefined ? 'Invalid request' : `${first.field} ${first.description}`;
  return new ApiError(400, message, { validationError: { fieldViolations } });
}

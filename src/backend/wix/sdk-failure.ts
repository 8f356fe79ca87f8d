import { z } from 'zod';

const shape = z.object({
  status: z.number().optional(),
  response: z.object({ status: z.number().optional() }).optional(),
  details: z
    .object({
      applicationError: z.object({ code: z.union([z.string(), z.number()]).optional(), description: z.string().optional(), data: z.unknown().optional() }).optional(),
      validationError: z.object({ fieldViolations: z.array(z.object({ field: z.string().optional() })).optional() }).optional(),
    })
    .optional(),
});

/** What can be told of a failed SDK call. Nothing of it but `status`, `code` and `field` may be shown or logged. */
export interface SdkFailure {
  /** HTTP status; `null` when no answer came, or the SDK hid it. */
  readonly status: number | null;
  /** Wix's own error code, such as `WDE0074`; empty when there is none. */
  readonly code: string;
  readonly description: string;
  /** First field Wix found fault with. */
  readonly field: string | null;
  readonly data: unknown;
}

/** The SDK's errors differ by module: some carry a status, some only details, token failures only a sentence. */
export function sdkFailure(error: unknown): SdkFailure {
  const { status, response, details } = shape.safeParse(error).data ?? {};
  const application = details?.applicationError;
  // Without a code of Wix's, the SDK puts the HTTP status there.
  const numeric = typeof application?.code === 'number' ? application.code : null;
  return {
    status: status ?? response?.status ?? numeric ?? statusInSentence(error),
    code: typeof application?.code === 'string' ? application.code : '',
    description: application?.description ?? '',
    field: details?.validationError?.fieldViolations?.[0]?.field ?? null,
    data: application?.data,
  };
}

function statusInSentence(error: unknown): number | null {
  const digits = error instanceof Error ? /Unexpected status code from Wix OAuth API: (\d{3})/.exec(error.message)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

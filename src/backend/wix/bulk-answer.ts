import { z } from 'zod';
import { errorFromSdk } from './error-from-sdk';
import { readAnswer } from './read-answer';

const itemError = z.object({ code: z.string().nullish() });

/** What the SDK makes of a bulk call's answer. */
const fromSdk = z.object({ errors: z.array(itemError).default([]) });
/** The answer as Wix sends it. */
const fromWire = z.object({
  results: z.array(z.object({ itemMetadata: z.object({ success: z.boolean().nullish(), error: itemError.nullish() }).nullish() })).default([]),
});

/** A bulk call that partly failed is a failed call: saving twice is harmless, losing a row is not. */
export function bulkAnswer(answer: unknown): void {
  throwFirst(readAnswer(fromSdk, answer).errors);
}

/** As `bulkAnswer`, for the raw answer of a bulk patch; rows that fail with `harmlessCode` are left out. */
export function bulkPatchAnswer(answer: unknown, harmlessCode: string): void {
  const failures = readAnswer(fromWire, answer).results.filter(({ itemMetadata }) => itemMetadata?.success !== true);
  throwFirst(failures.flatMap(({ itemMetadata }) => itemMetadata?.error ?? []).filter(({ code }) => code !== harmlessCode));
}

function throwFirst([first]: readonly z.output<typeof itemError>[]): void {
  if (first !== undefined) throw errorFromSdk({ details: { applicationError: { code: first.code ?? 'UNKNOWN' } } });
}

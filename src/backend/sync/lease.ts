/** How long a claim holds, in milliseconds: longer than any invocation lives, short enough that a crash is not felt. */
export const LEASE_MS = 30_000;

/** How long a claim holds, in milliseconds: longer than any one write takes, short enough that a crash is not felt. */
export const LEASE_MS = 30_000;

/** What must be left of a lease for a write to begin: a store's answer may take 25 s, and is written down after it. */
export const WRITE_MS = 28_000;

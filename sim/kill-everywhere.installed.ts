import type { SessionOpener } from '../src/backend/sync/session';

/** What an event of the app's own life opens its session with, in the place of the real Wix. */
export const INSTALLED: { opener: SessionOpener | null } = { opener: null };

/**
 * The platform stops an invocation at 20 calls and makes some of them itself. Its telemetry, and a token nobody needs
 * any more, come last and may be refused without harm; what comes first is left out here.
 */

/** Two looks at the caller's token and one exchange for the app's own; one more is spared. */
export const DASHBOARD_CALLS = 15;

/**
 * Nobody's token to look at: one for a visitor the platform assumes, and the app's own. Measured in the built worker, it
 * is just enough for a new review by somebody new to both shops: copied, raised, and told on three channels.
 */
export const OUTSIDE_CALLS = 18;

/** A visitor waits for the answer, and every one of them draws on the same quota. */
export const VISITOR_CALLS = 2;

/** Calls one invocation may make: the platform stops it at 20 and spends three itself, as measured in the built worker. */
export const INVOCATION_CALLS = 17;

import type { Clock } from '../sync/clock';

export const systemClock: Clock = { nowMs: () => Date.now() };

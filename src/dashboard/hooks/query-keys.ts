export const STATUS_KEY = ['sync', 'status'] as const;
export const TICK_KEY = ['sync', 'tick'] as const;
/** Not under `sync`: what invalidates the page's data must not ask the store again. */
export const WEBHOOK_KEY = ['webhook'] as const;
export const LINKS_KEY = ['sync', 'links'] as const;
export const RUNS_KEY = ['sync', 'runs'] as const;
export const CONFLICTS_KEY = ['sync', 'conflicts'] as const;
export const TIMELINE_KEY = ['sync', 'timeline'] as const;
export const SUGGESTIONS_KEY = ['sync', 'suggestions'] as const;

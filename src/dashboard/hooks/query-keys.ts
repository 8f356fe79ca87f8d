/** What every action has read again. */
export const PAGE_KEY = ['sync'] as const;

export const STATUS_KEY = [...PAGE_KEY, 'status'] as const;
export const LINKS_KEY = [...PAGE_KEY, 'links'] as const;
export const RUNS_KEY = [...PAGE_KEY, 'runs'] as const;
export const CONFLICTS_KEY = [...PAGE_KEY, 'conflicts'] as const;
export const TIMELINE_KEY = [...PAGE_KEY, 'timeline'] as const;
export const SUGGESTIONS_KEY = [...PAGE_KEY, 'suggestions'] as const;
export const SETUP_KEY = [...PAGE_KEY, 'setup'] as const;
export const SETUP_STATUS_KEY = [...SETUP_KEY, 'status'] as const;
export const PREVIEW_KEY = [...PAGE_KEY, 'setup-preview'] as const;

export const productListKey = (view: string, text: string): readonly unknown[] => [...SETUP_KEY, 'products', view, text];
/** Whether there is a catalog at all. The search below keeps pages, so the two must not share a key. */
export const WIX_CATALOG_KEY = [...SETUP_KEY, 'wix-catalog'] as const;
export const wixProductsKey = (text: string): readonly unknown[] => [...SETUP_KEY, 'wix-products', text];
export const comparisonKey = (finishedAtMs: number): readonly unknown[] => [...PAGE_KEY, 'setup-comparison', finishedAtMs];

/** Not under the page: these work, or ask the store, so an action must not set them off. */
export const TICK_KEY = ['tick'] as const;
export const WEBHOOK_KEY = ['webhook'] as const;
export const PREVIEW_TICK_KEY = ['preview-tick'] as const;

/** Not under the page: names hardly change, and whoever shows the same product has its name from here. */
export const productLabelKey = (product: string): readonly unknown[] => ['product-label', product];
export const productsKey = (text: string): readonly unknown[] => ['products', text];

/** Not under the page: a finished preview stays as it is. */
export const previewRowsKey = (madeAtMs: number, group: string): readonly unknown[] => ['preview-rows', madeAtMs, group];
export const previewAgeKey = (startedAtMs: number | null): readonly unknown[] => ['preview-age', startedAtMs];

/**
 * What one connected store answered. Not under the page: it costs many calls, or would take away choices that are not saved.
 * Another store, or the same one connected once more, has answers of its own.
 */
export const storeKey = (connectedAt: string): readonly unknown[] => ['store', connectedAt];
export const fieldsKey = (connectedAt: string): readonly unknown[] => [...storeKey(connectedAt), 'fields'];
export const peopleKey = (connectedAt: string): readonly unknown[] => [...storeKey(connectedAt), 'people'];
export const permissionsKey = (connectedAt: string): readonly unknown[] => [...storeKey(connectedAt), 'permissions'];
export const repliesKey = (connectedAt: string): readonly unknown[] => [...storeKey(connectedAt), 'replies'];

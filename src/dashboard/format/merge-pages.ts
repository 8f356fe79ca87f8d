interface PageOf<Item> {
  readonly items: readonly Item[];
}

/**
 * A long list with its first page read anew. What the fresh page holds is not shown a second time further down; what
 * newcomers pushed out of it stays, since the page after it was not read again.
 */
export function withFreshStart<Item extends { readonly id: string }, Page extends PageOf<Item>>(pages: readonly Page[], fresh: Page): readonly Page[] {
  const [first, ...rest] = pages;
  if (first === undefined) return [fresh];
  const known = new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)));
  const inFresh = new Set(fresh.items.map(({ id }) => id));
  const newcomers = fresh.items.filter(({ id }) => !known.has(id)).length;
  const left = first.items.filter(({ id }) => !inFresh.has(id));
  const pushedOut = left.slice(Math.max(0, left.length - newcomers));
  return [{ ...fresh, items: [...fresh.items, ...pushedOut] }, ...rest.map((page) => ({ ...page, items: page.items.filter(({ id }) => !inFresh.has(id)) }))];
}

/** Items of all pages, each once: neighbouring pages may share some. */
export function itemsOf<Item extends { readonly id: string }>(pages: readonly PageOf<Item>[]): readonly Item[] {
  return [...new Map(pages.flatMap(({ items }) => items).map((item) => [item.id, item])).values()];
}

import type { Page } from '../store';

/** No suite makes this many pages; a cursor that goes round in circles does. */
const MAX_PAGES = 1000;

/** Every item of a list, page after page. */
export async function walk<Item>(read: (cursor: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { items: some, next }: Page<Item> = await read(cursor);
    items.push(...some);
    if (next === null) return items;
    cursor = next;
  }
  throw new Error(`Expected the list to end within ${MAX_PAGES} pages, it goes on`);
}

/** The page of one item, under the address the dashboard gave the inbox; `null` while it is not known. */
export function itemUrl(pageUrl: string | null, itemId: string): string | null {
  if (pageUrl === null || !URL.canParse(pageUrl)) return null;
  const url = new URL(pageUrl);
  url.searchParams.set('item', itemId);
  return url.href;
}

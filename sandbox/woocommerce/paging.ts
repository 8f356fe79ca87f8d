import { numberParam, type Args, type Params } from './params';

export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly headers: Readonly<Record<string, string>>;
}

interface PagingRequest {
  readonly params: Params;
  readonly query: URLSearchParams;
  /** Address of the collection, without its query. */
  readonly url: string;
  readonly args: Args;
}

/** Cuts out the page that is asked for and describes the rest in headers, as WordPress does. */
export function paginate<Item>(all: readonly Item[], { params, query, url, args }: PagingRequest): ListPage<Item> {
  const perPage = numberParam(params, 'per_page') ?? 10;
  const page = numberParam(params, 'page') ?? 1;
  const from = numberParam(params, 'offset') ?? (page - 1) * perPage;
  const pages = Math.ceil(all.length / perPage);
  const base = arrayed(query, args);
  const links: string[] = [];
  // A page beyond the end points back at the last one that has something.
  if (page > 1) links.push(`<${pageUrl(url, base, Math.min(page - 1, Math.max(pages, 1)))}>; rel="prev"`);
  if (page < pages) links.push(`<${pageUrl(url, base, page + 1)}>; rel="next"`);
  return {
    items: all.slice(from, from + perPage),
    headers: {
      'x-wp-total': String(all.length),
      'x-wp-totalpages': String(pages),
      ...(links.length === 0 ? {} : { link: links.join(', ') }),
    },
  };
}

/** List arguments come back as `name[0]=…`, because WordPress has parsed them by then. */
function arrayed(query: URLSearchParams, args: Args): [string, string][] {
  return [...query.entries()].flatMap(([key, value]): [string, string][] => {
    if (args[key]?.type !== 'array') return [[key, value]];
    return value.split(/[\s,]+/).map((item, at): [string, string] => [`${key}[${at}]`, item]);
  });
}

function pageUrl(url: string, query: readonly [string, string][], page: number): string {
  const pairs = query.map(([key, value]): [string, string] => [key, key === 'page' ? String(page) : value]);
  if (!pairs.some(([key]) => key === 'page')) pairs.push(['page', String(page)]);
  // WordPress loses one `=` at the end of a value while it puts the address together.
  return `${url}?${pairs.map(([key, value]) => `${urlEncode(key)}=${urlEncode(value.replace(/=$/, ''))}`).join('&')}`;
}

/** PHP's `urlencode`. */
function urlEncode(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

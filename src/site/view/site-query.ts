/** What a widget asks its endpoint for. Settings that only change the look are not part of it, so that widgets can share. */
export interface SiteQuery {
  readonly show: 'helpful' | 'photos' | 'both';
  /** `null`: of every product. */
  readonly product: string | null;
  /** 0: of every rating. */
  readonly min: number;
  readonly rank: 'helpful' | 'balanced';
}

export function siteQueryText({ show, product, min, rank }: SiteQuery): string {
  const query = new URLSearchParams({ show });
  if (product !== null) query.set('product', product);
  if (min > 0) query.set('min', String(min));
  if (rank !== 'helpful') query.set('rank', rank);
  return query.toString();
}

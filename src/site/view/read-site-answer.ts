import type { SiteAnswer } from '../../backend/endpoints/site-types';

/** Both ends are built from the same types; what is checked is that the answer is ours and not a page in between. */
export function readSiteAnswer(value: unknown): SiteAnswer {
  if (isObject(value) && Array.isArray(value['helpful']) && isObject(value['photos'])) {
    const { reviews, files } = value['photos'];
    if (Array.isArray(reviews) && Array.isArray(files)) return value as unknown as SiteAnswer;
  }
  throw new TypeError('Expected reviews, got an answer of another shape');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

import type { SiteAnswer } from '../../backend/endpoints/site-types';
import { siteQueryText, type SiteQuery } from './site-query';

export type LoadAnswer = (query: SiteQuery) => Promise<SiteAnswer>;

/** Long enough for a widget further down the page, short enough for a tab that stays open. */
const KEPT_MS = 60_000;
/** The host may never hand over a token; a visitor is told sooner. */
const PATIENCE_MS = 15_000;

interface Held {
  readonly answer: Promise<SiteAnswer>;
  readonly askedMs: number;
}

/** One request for all widgets of a page that ask the same. A failed one is forgotten, so that it can be tried again. */
export function createSharedAnswers(load: LoadAnswer, nowMs: () => number): LoadAnswer {
  const held = new Map<string, Held>();
  return (query) => {
    const key = siteQueryText(query);
    const known = held.get(key);
    if (known !== undefined && nowMs() - known.askedMs < KEPT_MS) return known.answer;
    const answer = withPatience(load(query));
    held.set(key, { answer, askedMs: nowMs() });
    answer.catch(() => held.delete(key));
    return answer;
  };
}

function withPatience<Answer>(work: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { reject(new Error(`Expected an answer within ${PATIENCE_MS} ms`)); }, PATIENCE_MS);
    work.then(resolve, reject).finally(() => { clearTimeout(timer); });
  });
}

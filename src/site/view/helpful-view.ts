import type { SiteReview } from '../../backend/endpoints/site-types';
import { oneBelow, type CommonSettings } from './common-settings';
import { element } from './element';
import { reviewCard } from './review-card';
import { HELPFUL_TEXTS } from './helpful-texts';

export interface HelpfulLook {
  readonly layout: 'list' | 'grid' | 'row';
  readonly count: number;
  readonly showOrigin: boolean;
}

/** The list of reviews. A row scrolls, so it can be reached and scrolled with the keyboard. */
export function helpfulView(reviews: readonly SiteReview[], { layout, count, showOrigin }: HelpfulLook, common: CommonSettings): HTMLElement {
  const titleLevel = common.heading === '' ? common.headingLevel : oneBelow(common.headingLevel);
  const cards = reviews.slice(0, count).map((review) => element('li', {}, reviewCard(review, { titleLevel, showOrigin })));
  return element('ul', { class: 'cards', role: 'list', ...(layout === 'row' ? { tabindex: 0, 'aria-label': HELPFUL_TEXTS.scroll } : {}) }, ...cards);
}

export function helpfulSkeleton({ count }: HelpfulLook): HTMLElement {
  return element('ul', { class: 'cards', 'aria-hidden': 'true' }, ...Array.from({ length: count }, () => element('li', {}, element('div', { class: 'card bone' }))));
}

import type { SiteReview } from '../../backend/endpoints/site-types';
import { dateView } from './date-view';
import { element } from './element';
import type { HeadingLevel } from './common-settings';
import { starsView } from './stars-view';
import { HELPFUL_TEXTS } from './helpful-texts';
import { TEXTS } from './texts';

export interface CardLook {
  readonly titleLevel: HeadingLevel;
  readonly showOrigin: boolean;
}

/** One review. Every card is as high as the others until somebody opens it, so that its place is known beforehand. */
export function reviewCard(review: SiteReview, { titleLevel, showOrigin }: CardLook): HTMLElement {
  const { author, rating, title, body, verified, fromStore, helpful } = review;
  const words = element('div', { class: 'words', dir: 'auto' }, body);
  const more = element('button', { class: 'more', type: 'button' });
  const by = author === '' ? TEXTS.anonymous : author;
  const card = element('article', { class: 'card' },
    element('div', { class: 'who' },
      element('p', { class: 'facts' }, starsView(rating), verified ? badge('verified') : null, showOrigin && fromStore ? badge('fromStore') : null),
      element('p', { class: 'by' }, element('bdi', {}, by), dateView(review)),
    ),
    title === '' ? null : element(titleLevel, { class: 'title', dir: 'auto' }, title),
    words,
    replyView(review),
    element('p', { class: 'foot' }, helpful > 0 ? element('span', { dir: 'auto' }, HELPFUL_TEXTS.foundHelpful(helpful)) : null, more),
  );
  // Named after its review: read one after the other, ten buttons of one name tell nothing.
  const tell = (isOpen: boolean): void => {
    const text = isOpen ? HELPFUL_TEXTS.readLess : HELPFUL_TEXTS.readMore;
    more.setAttribute('aria-expanded', String(isOpen));
    more.setAttribute('aria-label', `${text}: ${by}`);
    more.textContent = text;
  };
  tell(false);
  more.addEventListener('click', () => { tell(card.classList.toggle('open')); });
  return card;
}

function badge(name: 'verified' | 'fromStore'): HTMLElement {
  return element('span', { class: `badge ${name}` }, HELPFUL_TEXTS[name]);
}

function replyView({ reply }: SiteReview): HTMLElement | null {
  if (reply === null) return null;
  return element('div', { class: 'reply' }, element('strong', {}, HELPFUL_TEXTS.shopAnswered), element('div', { dir: 'auto' }, reply));
}

/** Offers "Read more" where something is cut off. All is read before anything is changed: one layout for all cards. */
export function offerMore(list: ParentNode): void {
  const cards = Array.from(list.querySelectorAll('.card')).map((card) => ({ card, isCut: isCut(card) }));
  for (const { card, isCut } of cards) card.classList.toggle('cut', isCut);
}

function isCut(card: Element): boolean {
  const isLonger = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element): boolean => scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;
  return card.querySelector('.reply') !== null || Array.from(card.querySelectorAll('.words, .title')).some(isLonger);
}

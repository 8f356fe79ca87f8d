import { element } from './element';
import { TEXTS } from './texts';

/** Stars for those who see them and a sentence for everybody else. */
export function starsView(rating: number): HTMLElement {
  const drawn = element('span', { 'aria-hidden': 'true' }, '★'.repeat(rating), element('span', { class: 'unlit' }, '★'.repeat(5 - rating)));
  return element('span', { class: 'stars', role: 'img', 'aria-label': TEXTS.stars(rating) }, drawn);
}

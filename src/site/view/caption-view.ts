import type { SitePhotos } from '../../backend/endpoints/site-types';
import { dateView } from './date-view';
import { element } from './element';
import { starsView } from './stars-view';
import { GALLERY_TEXTS } from './gallery-texts';
import { TEXTS } from './texts';

/** Which photo this is, and the review it belongs to. */
export function captionView({ files, reviews }: SitePhotos, place: number): readonly HTMLElement[] {
  const review = reviews[files[place]?.review ?? -1];
  const counter = element('span', { class: 'count' }, GALLERY_TEXTS.place(place + 1, files.length));
  if (review === undefined) return [element('p', { class: 'by' }, counter)];
  const { author, rating, title, body } = review;
  const name = element('bdi', {}, author === '' ? TEXTS.anonymous : author);
  return [
    element('p', { class: 'by' }, starsView(rating), name, dateView(review), counter),
    ...(title === '' ? [] : [element('p', { class: 'title', dir: 'auto' }, title)]),
    ...(body === '' ? [] : [element('p', { dir: 'auto' }, body)]),
  ];
}

import type { SitePhotos } from '../../backend/endpoints/site-types';
import { carousel, lane } from './carousel';
import { element } from './element';
import { photoTile, type OpenPhoto } from './photo-tile';
import { GALLERY_TEXTS } from './gallery-texts';

export interface GalleryLook {
  readonly layout: 'grid' | 'carousel';
  /** How many tiles there are; the last one tells how many photos come after it. */
  readonly count: number;
  readonly altPattern: string;
}

export interface GalleryStage {
  readonly isSample: boolean;
  readonly open: OpenPhoto;
  readonly signal: AbortSignal;
}

/** The tiles in the order of the answer. A grid's and a row's height depend on the number of tiles alone. */
export function galleryView(photos: SitePhotos, { layout, count, altPattern }: GalleryLook, { isSample, open, signal }: GalleryStage): readonly HTMLElement[] {
  const total = photos.files.length;
  const shown = photos.files.slice(0, count);
  const tiles = shown.map((file, place) => {
    const tile = photoTile({ file, review: photos.reviews[file.review] ?? null, place, total, altPattern, isSample }, open);
    const isLast = place === shown.length - 1;
    if (isLast && total > shown.length) tile.dataset['rest'] = GALLERY_TEXTS.more(total - shown.length);
    return element('li', {}, tile);
  });
  const list = element('ul', { class: 'photos', role: 'list' }, ...tiles);
  return [layout === 'carousel' ? carousel(list, signal) : list];
}

export function gallerySkeleton({ layout, count }: GalleryLook): readonly HTMLElement[] {
  const bones = Array.from({ length: count }, () => element('li', {}, element('div', { class: 'tile bone' })));
  const list = element('ul', { class: 'photos', 'aria-hidden': 'true' }, ...bones);
  return [layout === 'carousel' ? lane(list) : list];
}

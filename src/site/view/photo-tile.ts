import type { SiteFile, SiteReview } from '../../backend/endpoints/site-types';
import { filledImageUrl, fillWithin, fittedImageUrl, fitWithin, videoUrl, type Box } from '../../core/media-url';
import { altText } from './alt-text';
import { element } from './element';
import { GALLERY_TEXTS } from './gallery-texts';

/** Shows the photo at this place in the answer; the tile is where the focus returns to. */
export type OpenPhoto = (place: number, tile: HTMLElement) => void;

export interface TileModel {
  readonly file: SiteFile;
  readonly review: SiteReview | null;
  readonly place: number;
  readonly total: number;
  readonly altPattern: string;
  /** Drawn and not loaded: the editor asks nobody for anything. */
  readonly isSample: boolean;
}

const SIDE = 320;
/** What is likely to be seen first does not wait until the browser has laid out the page. */
const EAGER = 4;
const LARGE = { width: 2000, height: 2000 };

/** A link to the picture, so that it leads somewhere even when the script that shows it large cannot be loaded. */
export function photoTile(model: TileModel, open: OpenPhoto): HTMLAnchorElement {
  const { file, place, total, isSample } = model;
  const alt = altText(model.altPattern, model.review);
  const href = isSample ? null : file.kind === 'video' ? videoUrl(file.id) : fittedImageUrl(file.id, sized(file, (size) => fitWithin(size, LARGE), LARGE));
  const label = `${GALLERY_TEXTS.show(place + 1, total)}: ${alt}`;
  const tile = element('a', { class: 'tile', href, role: isSample ? 'img' : null, target: '_blank', rel: 'noopener', 'aria-label': label },
    isSample ? element('span', { class: 'drawn', style: `--place: ${place}` }) : pictureOf(model, alt),
    file.kind === 'video' ? element('span', { class: 'play', 'aria-hidden': 'true' }) : null,
  );
  tile.addEventListener('click', (event) => {
    if (isSample || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(place, tile);
  });
  return tile;
}

function pictureOf({ file, place }: TileModel, alt: string): HTMLElement {
  const id = file.kind === 'image' ? file.id : file.poster;
  if (id === null) return instead(file, alt);
  const at = (side: number): string => filledImageUrl(id, sized(file, (size) => fillWithin(size, side), { width: side, height: side }));
  const picture = element('img', {
    alt, width: SIDE, height: SIDE, loading: place < EAGER ? 'eager' : 'lazy', decoding: 'async', srcset: `${at(SIDE)} 1x, ${at(2 * SIDE)} 2x`, src: at(SIDE),
  });
  // A file may be deleted while the answer is on its way; its tile keeps its place.
  picture.addEventListener('error', () => {
    // What is written on a link belongs to its name, or nobody can call it by what they see.
    const tile = picture.closest('.tile');
    if (file.kind === 'image') tile?.setAttribute('aria-label', `${tile.getAttribute('aria-label') ?? ''}. ${GALLERY_TEXTS.missing}`);
    picture.replaceWith(instead(file, alt));
  }, { once: true });
  return picture;
}

/** What is asked for of a picture whose size is known, or else `otherwise`. */
function sized({ width, height }: SiteFile, within: (size: Box) => Box, otherwise: Box): Box {
  return width === null || height === null ? otherwise : within({ width, height });
}

/** A video can be played without its picture; a photo that is gone is gone. */
function instead({ kind }: SiteFile, alt: string): HTMLElement {
  return kind === 'video' ? element('span', { class: 'film', role: 'img', 'aria-label': alt }) : missing(alt);
}

function missing(alt: string): HTMLElement {
  return element('span', { class: 'missing', role: 'img', 'aria-label': alt }, element('span', { 'aria-hidden': 'true' }, GALLERY_TEXTS.missing));
}

import type { SitePhotos } from '../../backend/endpoints/site-types';
import { captionView } from './caption-view';
import type { OpenPhoto } from './photo-tile';

/** Loads what shows photos large at the first tap, and not before. Without it the tile's link does what links do. */
export function openPhoto(photos: SitePhotos, altPattern: string, signal: AbortSignal): OpenPhoto {
  return (place, tile) => {
    if (tile.ariaBusy === 'true') return;
    tile.ariaBusy = 'true';
    void show(photos, altPattern, { place, tile, signal }).finally(() => { tile.ariaBusy = null; });
  };
}

async function show(photos: SitePhotos, altPattern: string, { place, tile, signal }: { readonly place: number; readonly tile: HTMLElement; readonly signal: AbortSignal }): Promise<void> {
  try {
    const { openLightbox } = await import('./lightbox');
    if (!signal.aborted) openLightbox({ photos, altPattern, place, opener: tile, signal, caption: (at) => captionView(photos, at) });
  } catch {
    window.open(tile.getAttribute('href') ?? '', '_blank', 'noopener');
  }
}

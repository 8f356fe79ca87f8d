import type { SlideData } from 'photoswipe';
import type { SiteFile, SitePhotos } from '../../backend/endpoints/site-types';
import { filledImageUrl, fittedImageUrl, fitWithin, videoUrl, type Box } from '../../core/media-url';
import { altText } from './alt-text';

/** For a file whose size nobody knows; the picture keeps its own shape within. */
const UNKNOWN: Box = { width: 1600, height: 1200 };
const WIDTHS = [800, 1600, 2400] as const;

/** One slide for each file, in the sizes that screens have. */
export function slidesOf({ files, reviews }: SitePhotos, altPattern: string): SlideData[] {
  return files.map((file) => {
    const size = file.width === null || file.height === null ? UNKNOWN : { width: file.width, height: file.height };
    const alt = altText(altPattern, reviews[file.review] ?? null);
    return file.kind === 'video' ? { ...size, alt, type: 'video', videoSrc: videoUrl(file.id), poster: posterOf(file, size) } : { ...picture(file.id, size), alt };
  });
}

function picture(id: string, size: Box): SlideData {
  const boxes = WIDTHS.map((side) => fitWithin(size, { width: side, height: side }));
  const largest = boxes.at(-1) ?? size;
  return { ...largest, src: fittedImageUrl(id, largest), srcset: boxes.map((box) => `${fittedImageUrl(id, box)} ${box.width}w`).join(', ') };
}

function posterOf({ poster }: SiteFile, size: Box): string | null {
  return poster === null ? null : filledImageUrl(poster, fitWithin(size, { width: 1600, height: 1600 }));
}

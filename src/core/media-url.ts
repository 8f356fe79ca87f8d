const IMAGES = 'https://static.wixstatic.com/media/';
const VIDEOS = 'https://video.wixstatic.com/video/';

export interface Box {
  readonly width: number;
  readonly height: number;
}

/**
 * Addresses are made here and not with the SDK's helpers, whose `fit` swaps width and height. Every one asks for a
 * resized picture: an original may tell where it was taken, and weighs megabytes.
 */
export function filledImageUrl(id: string, { width, height }: Box): string {
  return `${IMAGES}${id}/v1/fill/w_${whole(width)},h_${whole(height)},al_c,q_80,enc_auto/${id}`;
}

export function fittedImageUrl(id: string, { width, height }: Box): string {
  return `${IMAGES}${id}/v1/fit/w_${whole(width)},h_${whole(height)},q_85,enc_auto/${id}`;
}

export function videoUrl(id: string): string {
  return `${VIDEOS}${id}/file`;
}

/** The largest size of the same shape that fits; never larger than the original. */
export function fitWithin(original: Box, limit: Box): Box {
  const scale = Math.min(1, limit.width / original.width, limit.height / original.height);
  return { width: whole(original.width * scale), height: whole(original.height * scale) };
}

function whole(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}

const IMAGES = 'https://static.wixstatic.com/media/';
const VIDEOS = 'https://video.wixstatic.com/video/';

export interface Box {
  readonly width: number;
  readonly height: number;
}

/**
 * Addresses are made here and not with the SDK's helpers, whose `fit` swaps width and height. None names an original,
 * which weighs megabytes and, where somebody added it on Wix, may tell where it was taken. But Wix answers with the original where a picture would be
 * enlarged, so a box comes from `fitWithin` or `fillWithin` wherever the size is known. That Wix drops what a
 * picture tells when it makes it smaller is not documented.
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

/** The largest size of the same shape that fits, always smaller than the original: Wix has to encode it anew. */
export function fitWithin(original: Box, limit: Box): Box {
  const scale = Math.min(smaller(original.width) / original.width, smaller(original.height) / original.height, limit.width / original.width, limit.height / original.height);
  return { width: whole(original.width * scale), height: whole(original.height * scale) };
}

/** The largest square up to `side` that both sides of the original exceed. */
export function fillWithin(original: Box, side: number): Box {
  const most = Math.min(side, smaller(original.width), smaller(original.height));
  return { width: most, height: most };
}

function smaller(side: number): number {
  return Math.max(1, side - 1);
}

function whole(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}

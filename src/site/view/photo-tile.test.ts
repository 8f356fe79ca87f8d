import { expect, it } from 'vitest';
import { photoTile } from './photo-tile';
import { slidesOf } from './slides';
import { aFile, aReview } from './testing/site-answers';

const SIZE = /\/v1\/(?:fill|fit)\/w_(\d+),h_(\d+),/u;

/** Every address that the gallery and the viewer ask for. */
function addresses(width: number, height: number): readonly string[] {
  const file = aFile({ width, height });
  const tile = photoTile({ file, review: aReview(), place: 0, total: 1, altPattern: 'By {author}', isSample: false }, () => undefined);
  const [slide] = slidesOf({ reviews: [aReview()], files: [file] }, 'By {author}');
  return [tile.outerHTML, String(slide?.src), String(slide?.srcset)].flatMap((text) => text.match(/https:\/\/[^\s"]+/gu) ?? []);
}

it.each([[200, 150], [320, 320], [640, 320], [4000, 3000], [1600, 1200]])('of a picture of %i × %i no address names the original or asks for its own size', (width, height) => {
  const found = addresses(width, height);
  expect(found.length).toBeGreaterThanOrEqual(8);
  for (const address of found) {
    const [, wide, high] = SIZE.exec(address) ?? [];
    expect(Number(wide), address).toBeLessThan(width);
    expect(Number(high), address).toBeLessThan(height);
  }
});

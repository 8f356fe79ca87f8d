import { expect, it } from 'vitest';
import { slidesOf } from './slides';
import { aFile, aReview } from './testing/site-answers';

const slide = (change: Parameters<typeof aFile>[0]) => slidesOf({ reviews: [aReview()], files: [aFile(change)] }, 'By {author}')[0];

it('offers a picture in three widths of its own shape and always smaller than it is, so that Wix never answers with the original', () => {
  const made = slide({ width: 2000, height: 1000 });
  expect(made).toMatchObject({ width: 1998, height: 999, alt: 'By Ann Lee' });
  expect(made?.srcset?.match(/w_\d+,h_\d+/g)).toEqual(['w_800,h_400', 'w_1600,h_800', 'w_1998,h_999']);
});

it('shows a picture of unknown size', () => {
  expect(slide({ width: null, height: null })).toMatchObject({ width: 1599, height: 1199 });
});

it('plays a video from Wix, with its poster or without', () => {
  expect(slide({ kind: 'video', id: 'clip_1', poster: 'p.jpg' })).toMatchObject({ type: 'video', videoSrc: 'https://video.wixstatic.com/video/clip_1/file', poster: expect.stringContaining('/media/p.jpg/v1/') });
  expect(slide({ kind: 'video', id: 'clip_1' })?.['poster']).toBeNull();
});

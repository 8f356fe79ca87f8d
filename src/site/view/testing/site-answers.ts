import type { SiteAnswer, SiteFile, SiteReview } from '../../../backend/endpoints/site-types';

/** Made-up reviews and files for the tests of what shows them. */
export function aReview(change: Partial<SiteReview> = {}): SiteReview {
  return {
    id: 'r1', author: 'Ann Lee', rating: 4, title: 'Good', body: 'Fits well.', writtenAt: '2026-03-14T09:00:00.000Z', writtenOn: 'March 14, 2026',
    verified: false, fromStore: false, helpful: 0, reply: null, ...change,
  };
}

export function aFile(change: Partial<SiteFile> = {}): SiteFile {
  return { kind: 'image', id: 'photo_1~mv2.jpg', width: 1200, height: 900, poster: null, review: 0, ...change };
}

export function anAnswer(files: number, helpful: readonly SiteReview[] = []): SiteAnswer {
  return { helpful, photos: { reviews: [aReview()], files: Array.from({ length: files }, (_, place) => aFile({ id: `photo_${place}~mv2.jpg` })) } };
}

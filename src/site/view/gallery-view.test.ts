import { describe, expect, it, vi } from 'vitest';
import type { SitePhotos } from '../../backend/endpoints/site-types';
import { gallerySkeleton, galleryView, type GalleryLook } from './gallery-view';
import { aFile, anAnswer, aReview } from './testing/site-answers';

const GRID: GalleryLook = { layout: 'grid', count: 12, altPattern: 'Photo by {author}' };

function show(photos: SitePhotos, look: GalleryLook = GRID, isSample = false) {
  const open = vi.fn();
  const root = document.createElement('div');
  root.append(...galleryView(photos, look, { isSample, open, signal: new AbortController().signal }));
  const tiles = Array.from(root.querySelectorAll<HTMLAnchorElement>('.tile'));
  return { root, tiles, open };
}

describe('the gallery', () => {
  it('shows one tile for each file, named by its place and its review', () => {
    const { tiles } = show(anAnswer(3).photos);
    expect(tiles.map((tile) => tile.getAttribute('aria-label'))).toEqual(['1', '2', '3'].map((place) => `Show photo ${place} of 3: Photo by Ann Lee`));
  });

  it('asks Wix for square pictures of two sizes, the first ones at once and the others when they come near', () => {
    const { root } = show(anAnswer(6).photos);
    const pictures = Array.from(root.querySelectorAll('img'));
    expect(pictures[0]?.src).toMatch(/^https:\/\/static\.wixstatic\.com\/media\/photo_0~mv2\.jpg\/v1\/fill\/w_320,h_320,/);
    expect(pictures[0]?.srcset).toMatch(/w_320,h_320\S+ 1x, \S+w_640,h_640\S+ 2x$/);
    expect(pictures.map((picture) => picture.getAttribute('loading'))).toEqual(['eager', 'eager', 'eager', 'eager', 'lazy', 'lazy']);
    expect(pictures.every((picture) => picture.alt === 'Photo by Ann Lee' && picture.getAttribute('width') === '320')).toBe(true);
  });

  it('tells on its last tile how many photos come after it', () => {
    const { tiles } = show(anAnswer(200).photos);
    expect(tiles).toHaveLength(12);
    expect(tiles[11]?.dataset['rest']).toBe('+188');
    expect(tiles[11]?.getAttribute('aria-label')).toContain('12 of 200');
    expect(show(anAnswer(12).photos).root.querySelector('[data-rest]')).toBeNull();
  });

  it('shows the picture of a video, or a tile with the play mark alone when it has none or it is gone', () => {
    const files = [aFile({ kind: 'video', id: 'clip_1', poster: 'clip_1f000.jpg' }), aFile({ kind: 'video', id: 'clip_2' })];
    const { root, tiles } = show({ reviews: [aReview()], files });
    expect(root.querySelectorAll('.play')).toHaveLength(2);
    expect(tiles[0]?.querySelector('img')?.src).toContain('/media/clip_1f000.jpg/');
    expect(tiles[1]?.querySelector('.film')?.getAttribute('aria-label')).toBe('Photo by Ann Lee');
    tiles[0]?.querySelector('img')?.dispatchEvent(new Event('error'));
    expect(root.querySelectorAll('.film')).toHaveLength(2);
    expect(root.textContent).toBe('');
    expect(tiles[1]?.href).toBe('https://video.wixstatic.com/video/clip_2/file');
  });

  it('keeps the tile of a picture that is gone, and says so', () => {
    const { root, tiles } = show(anAnswer(2).photos);
    root.querySelector('img')?.dispatchEvent(new Event('error'));
    expect(tiles).toHaveLength(2);
    expect(tiles[0]?.querySelector('img')).toBeNull();
    expect(tiles[0]?.textContent).toBe('This photo is no longer there.');
  });

  it('opens a photo on a plain click and leaves every other click to the link', () => {
    const { tiles, open } = show(anAnswer(2).photos);
    const click = (init: MouseEventInit): boolean => tiles[1]?.dispatchEvent(new MouseEvent('click', { cancelable: true, ...init })) ?? true;
    for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) expect(click(init)).toBe(true);
    expect(open).not.toHaveBeenCalled();
    expect(click({})).toBe(false);
    expect(open).toHaveBeenCalledExactlyOnceWith(1, tiles[1]);
  });

  it('draws samples without asking anybody', () => {
    const { root, tiles, open } = show(anAnswer(3).photos, GRID, true);
    expect(root.querySelectorAll('img')).toHaveLength(0);
    expect(tiles[0]?.hasAttribute('href')).toBe(false);
    tiles[0]?.click();
    expect(open).not.toHaveBeenCalled();
  });

  it.each(['grid', 'carousel'] as const)('has a skeleton of the same parts as a %s', (layout) => {
    const look = { ...GRID, layout };
    const bones = gallerySkeleton(look);
    const { root } = show(anAnswer(12).photos, look);
    expect(bones.map(({ className }) => className)).toEqual(Array.from(root.children).map(({ className }) => className));
    expect(bones[0]?.querySelectorAll('li')).toHaveLength(12);
  });
});

import { beforeEach, expect, it, vi } from 'vitest';
import { element } from './element';
import { openPhoto } from './open-photo';
import { anAnswer } from './testing/site-answers';

const openLightbox = vi.hoisted(() => vi.fn());
vi.mock('./lightbox', () => ({ openLightbox }));
const settled = () => new Promise((resolve) => { setTimeout(resolve); });

beforeEach(() => { openLightbox.mockReset(); });

it('opens one photo at a time, however often its tile is tapped', async () => {
  const tile = element('a');
  const { photos } = anAnswer(2);
  const open = openPhoto(photos, 'alt', new AbortController().signal);
  open(1, tile);
  open(1, tile);
  await vi.waitFor(() => { expect(openLightbox).toHaveBeenCalledTimes(1); });
  expect(openLightbox).toHaveBeenCalledWith(expect.objectContaining({ photos, place: 1, opener: tile }));
  await vi.waitFor(() => { expect(tile.ariaBusy ?? null).toBeNull(); });
});

it('opens nothing for a widget that has left the page', async () => {
  openPhoto(anAnswer(1).photos, 'alt', AbortSignal.abort())(0, element('a'));
  await settled();
  expect(openLightbox).not.toHaveBeenCalled();
});

it('does what links do when the photo cannot be shown large', async () => {
  const opened = vi.spyOn(window, 'open').mockReturnValue(null);
  openLightbox.mockImplementation(() => { throw new TypeError('no dialog'); });
  openPhoto(anAnswer(1).photos, 'alt', new AbortController().signal)(0, element('a', { href: 'https://static.wixstatic.com/media/a' }));
  await vi.waitFor(() => { expect(opened.mock.lastCall).toEqual(['https://static.wixstatic.com/media/a', '_blank', 'noopener']); });
});

import { expect, it } from 'vitest';
import { mediaFile } from './media-file';

const none = (): null => null;

it.each([
  ['static/media/seed_9_0~mv2.jpg/v1/fill/w_320,h_320,al_c/seed_9_0~mv2.jpg', 'image/jpeg'],
  ['static/media/clip_1f000.jpg/v1/fit/w_9,h_9/clip_1f000.jpg', 'image/jpeg'],
  ['video/video/clip_1/file', 'video/webm'],
])('answers %s with a file', async (path, type) => {
  const response = mediaFile(path, none);
  expect(response?.headers.get('content-type')).toBe(type);
  expect((await response?.arrayBuffer())?.byteLength).toBeGreaterThan(5_000);
});

it('answers the same picture for the same id', async () => {
  const read = async () => Buffer.from(await mediaFile('static/media/a_1~mv2.jpg', none)?.arrayBuffer() ?? new ArrayBuffer(0));
  expect(await read()).toEqual(await read());
});

it.each(['static/media/broken_1.jpg/v1/fill/w_1,h_1/broken_1.jpg', 'static/other', '', '../../etc/passwd'])('has nothing at "%s"', (path) => {
  expect(mediaFile(path, none)).toBeNull();
});

it('answers what was imported as it came, at every size', async () => {
  const imported = (id: string) => (id === 'mine~mv2.jpg' ? Buffer.from('as it came') : null);
  for (const size of ['', '/v1/fill/w_10,h_10/mine~mv2.jpg']) expect(await mediaFile(`static/media/mine~mv2.jpg${size}`, imported)?.text()).toBe('as it came');
});

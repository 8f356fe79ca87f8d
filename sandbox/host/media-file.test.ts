import { expect, it } from 'vitest';
import { mediaFile } from './media-file';

it.each([
  ['static/media/seed_9_0~mv2.jpg/v1/fill/w_320,h_320,al_c/seed_9_0~mv2.jpg', 'image/jpeg'],
  ['static/media/clip_1f000.jpg/v1/fit/w_9,h_9/clip_1f000.jpg', 'image/jpeg'],
  ['video/video/clip_1/file', 'video/webm'],
])('answers %s with a file', async (path, type) => {
  const response = mediaFile(path);
  expect(response?.headers.get('content-type')).toBe(type);
  expect((await response?.arrayBuffer())?.byteLength).toBeGreaterThan(5_000);
});

it('answers the same picture for the same id', async () => {
  const read = async () => Buffer.from(await mediaFile('static/media/a_1~mv2.jpg')?.arrayBuffer() ?? new ArrayBuffer(0));
  expect(await read()).toEqual(await read());
});

it.each(['static/media/broken_1.jpg/v1/fill/w_1,h_1/broken_1.jpg', 'static/other', '', '../../etc/passwd'])('has nothing at "%s"', (path) => {
  expect(mediaFile(path)).toBeNull();
});

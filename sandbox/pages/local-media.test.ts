import { describe, expect, it } from 'vitest';
import { localMediaAddress } from './local-media';

describe('localMediaAddress', () => {
  it('finds every picture of a list on this server', () => {
    expect(localMediaAddress('https://static.wixstatic.com/media/a~mv2.jpg/v1/fill/w_1,h_1/a.jpg 1x, https://static.wixstatic.com/media/b.jpg 2x'))
      .toBe('/__wixmedia/static/media/a~mv2.jpg/v1/fill/w_1,h_1/a.jpg 1x, /__wixmedia/static/media/b.jpg 2x');
    expect(localMediaAddress('https://video.wixstatic.com/video/v/file')).toBe('/__wixmedia/video/video/v/file');
  });

  it('leaves every other address as it is', () => {
    expect(localMediaAddress('/assets/icon.svg')).toBe('/assets/icon.svg');
  });
});

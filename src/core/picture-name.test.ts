import { describe, expect, it } from 'vitest';
import { brandId, type LinkId } from './ids';
import { pictureRowId } from './link-id';
import { linkOfFile, pictureName } from './picture-name';

const link = brandId<LinkId>('a1'.repeat(20));
const picture = pictureRowId(link, 'https://shop.example/a.jpg');

describe('the name of a picture’s file', () => {
  it.each(['.jpg', '.jpeg', '.webp', ''])('leads back to its pair with the ending "%s"', (ending) => {
    expect(linkOfFile(pictureName(link, picture, ending))).toBe(link);
  });

  it.each(['', 'holiday.jpg', link, `${link} holiday.jpg`, `x${link} ${picture}.jpg`, `${link} ${picture}.jpg.exe`, `${link}\n${picture}`])('is not taken for ours: %j', (name) => {
    expect(linkOfFile(name)).toBeNull();
  });
});

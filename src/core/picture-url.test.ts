import { describe, expect, it } from 'vitest';
import { pictureEnding, pictureUrl } from './picture-url';

describe('the address of a picture', () => {
  it.each([
    ['https://shop.example/a.jpg', 'https://shop.example/a.jpg'],
    ['HTTPS://Shop.Example:443/a.JPG?v=2#top', 'https://shop.example/a.JPG?v=2'],
    ['https://shop.example/picture?id=3', 'https://shop.example/picture?id=3'],
    ['https://shop.example/wp content/ä.webp', 'https://shop.example/wp%20content/%C3%A4.webp'],
  ])('has one spelling: %s', (text, url) => {
    expect(pictureUrl(text)).toBe(url);
    expect(pictureUrl(url)).toBe(url);
  });

  it.each([
    'http://shop.example/a.jpg', 'ftp://shop.example/a.jpg', 'data:image/png;base64,AAAA', 'javascript:alert(1)', '/a.jpg', '', 'a.jpg',
    'https://127.0.0.1/a.jpg', 'https://2130706433/a.jpg', 'https://[::1]/a.jpg', 'https://10.0.0.7/a.jpg', 'https://169.254.169.254/latest/meta-data',
    'https://localhost/a.jpg', 'https://intranet/a.jpg', 'https://shop.internal/a.jpg', 'https://[::ffff:10.0.0.1]/a.jpg',
    'https://shop.example:6379/a.jpg', 'https://shop.example:80/a.jpg',
    'https://user:secret@shop.example/a.jpg', 'https://shop.example/a.svg', 'https://shop.example/a.php', `https://shop.example/${'a'.repeat(2000)}.jpg`,
  ])('is not fetched when it is no public picture over https: %s', (text) => {
    expect(pictureUrl(text)).toBeNull();
  });

  it('may be as long as the longest that a browser takes, and no longer', () => {
    const long = (chars: number) => `https://shop.example/${'a'.repeat(chars - 'https://shop.example/.jpg'.length)}.jpg`;
    expect(pictureUrl(long(2000))).toBe(long(2000));
    expect(pictureUrl(long(2001))).toBeNull();
  });

  it('tells the ending of the file', () => {
    expect(pictureEnding('https://shop.example/a.JPG?x=.png')).toBe('.jpg');
    expect(pictureEnding('https://shop.example/a')).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { allPictures, MAX_PICTURES, pictureList, picturePrint, type StoreMedia } from './picture-list';

const image = (url: string): StoreMedia => ({ kind: 'image', url });

describe('the pictures of a store review', () => {
  it('are those that may be fetched, each once, in the store\'s order', () => {
    expect(pictureList([image('https://a.example/2.jpg'), image('http://a.example/1.jpg'), image('https://a.example/1.jpg'), image('https://a.example/2.jpg#x')]))
      .toEqual(['https://a.example/2.jpg', 'https://a.example/1.jpg']);
  });

  it('are none without media, and films are not among them', () => {
    expect(pictureList()).toEqual([]);
    expect(pictureList([{ kind: 'video', url: 'https://a.example/1.jpg' }])).toEqual([]);
  });

  it('keep their first place when the store gives one twice, whatever its anchor', () => {
    const urls = ['https://a.example/1.jpg#a', 'https://a.example/2.jpg', 'https://a.example/1.jpg#b'];
    expect(pictureList(urls.map(image))).toEqual(['https://a.example/1.jpg', 'https://a.example/2.jpg']);
  });

  it('leave out what may not be fetched without leaving out what comes after it', () => {
    const urls = ['https://10.0.0.7/1.jpg', 'https://a.example/1.svg', 'https://a.example/2.jpg'];
    expect(pictureList(urls.map(image))).toEqual(['https://a.example/2.jpg']);
    expect(pictureList(urls.slice(0, 2).map(image))).toEqual([]);
  });

  it('are counted after those that may not be fetched were left out', () => {
    const bad = Array.from({ length: MAX_PICTURES }, (_, number) => image(`http://a.example/${String(number)}.jpg`));
    expect(pictureList([...bad, image('https://a.example/1.jpg')])).toEqual(['https://a.example/1.jpg']);
  });

  it('are at most as many as Wix holds', () => {
    expect(pictureList(Array.from({ length: 14 }, (_, number) => image(`https://a.example/${String(number)}.jpg`)))).toHaveLength(MAX_PICTURES);
  });

  it('are known with those that find no room, in the same order', () => {
    const urls = Array.from({ length: 14 }, (_, number) => `https://a.example/${String(number)}.jpg`);
    expect(allPictures([...urls, ...urls].map(image))).toEqual(urls);
    expect(allPictures(urls.map(image)).slice(0, MAX_PICTURES)).toEqual(pictureList(urls.map(image)));
    expect(allPictures()).toEqual([]);
  });

  it('have a print that knows their order, and none when there are none', () => {
    const [a, b] = ['https://a.example/1.jpg', 'https://a.example/2.jpg'];
    expect(picturePrint([])).toBeNull();
    expect(picturePrint([a, b])).toBe(picturePrint([a, b]));
    expect(picturePrint([a, b])).not.toBe(picturePrint([b, a]));
    expect(picturePrint([a])).not.toBe(picturePrint([a, b]));
  });
});

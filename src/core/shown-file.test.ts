import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaId, shownFile } from './shown-file';

describe('shownFile', () => {
  it('reads an image with its size', () => {
    expect(shownFile('wix:image://v1/11062b_ab~mv2.jpg/summer%20dress.jpg#originWidth=1200&originHeight=900'))
      .toEqual({ kind: 'image', id: '11062b_ab~mv2.jpg', width: 1200, height: 900, poster: null });
  });

  it('reads a video with its poster', () => {
    expect(shownFile('wix:video://v1/11062b_cd/clip.mp4#posterUri=11062b_cdf000.jpg&posterWidth=640&posterHeight=360'))
      .toEqual({ kind: 'video', id: '11062b_cd', width: 640, height: 360, poster: '11062b_cdf000.jpg' });
  });

  it('reads links without a file name, and without anything after the id', () => {
    expect(shownFile('wix:image://v1/abc.png#originWidth=5&originHeight=6')).toMatchObject({ id: 'abc.png', width: 5, height: 6 });
    expect(shownFile('wix:image://v1/abc.png')).toMatchObject({ id: 'abc.png', width: null, height: null });
  });

  it('reads the plain address of a Wix picture', () => {
    expect(shownFile('https://static.wixstatic.com/media/abc~mv2.jpg')).toEqual({ kind: 'image', id: 'abc~mv2.jpg', width: null, height: null, poster: null });
    expect(shownFile('https://static.wixstatic.com/media/abc~mv2.jpg/v1/fill/w_1,h_1/x.jpg')).toMatchObject({ id: 'abc~mv2.jpg' });
  });

  it.each(['undefined', '0', '-4', '12.5', 'NaN', '1e9', ''])('takes the size "%s" for unknown, as the SDK writes it', (size) => {
    expect(shownFile(`wix:image://v1/abc.png/x.png#originWidth=${size}&originHeight=900`)).toMatchObject({ width: null, height: 900 });
  });

  it('shows a video whose poster is no file of Wix without one', () => {
    expect(shownFile('wix:video://v1/abc/x#posterUri=https%3A%2F%2Fevil.example%2Fp.png')).toMatchObject({ kind: 'video', poster: null });
  });

  it.each([
    '', ' ', 'abc', 'javascript:alert(1)', 'data:image/svg+xml,<svg onload=alert(1)>', 'https://evil.example/p.jpg', 'http://static.wixstatic.com/media/abc.jpg',
    'https://static.wixstatic.com.evil.example/media/abc.jpg', 'https://static.wixstatic.com/media/', 'wix:image://v1/', 'wix:image://v1/../../etc',
    'wix:image://v1/a%2Fb.jpg', 'wix:image://v1/%3Cscript%3E', 'wix:image://v1/a"onerror=x', 'wix:image://v1/%E0%A4%A', 'wix:document://v1/abc.pdf/x', 'wix:image://v2/abc.jpg',
  ])('shows nothing for %j', (text) => {
    expect(shownFile(text)).toBeNull();
  });

  it('never lets anything but the letters of an id through, and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl()), fc.constantFrom('', 'wix:image://v1/', 'wix:video://v1/', 'https://static.wixstatic.com/media/'), (text, before) => {
      const file = shownFile(before + text);
      if (file !== null) expect(file.id).toMatch(/^[A-Za-z0-9][A-Za-z0-9_~.-]+$/);
      if (file?.poster != null) expect(file.poster).toMatch(/^[A-Za-z0-9][A-Za-z0-9_~.-]+$/);
    }));
  });
});

describe('mediaId', () => {
  it('takes ids as they are, and as addresses spell them', () => {
    expect(mediaId('11062b_ab~mv2.jpg')).toBe('11062b_ab~mv2.jpg');
    expect(mediaId('11062b_ab%7Emv2.jpg')).toBe('11062b_ab~mv2.jpg');
  });

  it.each(['', 'ab', '..', 'a..b.jpg', '.hidden', 'a/b.jpg', 'a b.jpg', 'a?b.jpg', 'x'.repeat(201)])('refuses %j', (text) => {
    expect(mediaId(text)).toBeNull();
  });
});

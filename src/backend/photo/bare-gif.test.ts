import { describe, expect, it } from 'vitest';
import { bareGif } from './bare-gif';
import { joinBytes } from './join-bytes';
import { bytes, GIF, gifNote, SECRET } from './photo.fixture';

const { head, repeats, timing, image, end } = GIF;
const PLAIN = bytes(head, repeats, timing, image, timing, image, end);
const bare = (file: Uint8Array): Uint8Array => joinBytes(bareGif(file) ?? expect.fail('Expected a GIF'));

describe('a GIF', () => {
  it('keeps its pictures, their timing and how often they repeat, byte for byte', () => {
    expect(bare(PLAIN)).toEqual(PLAIN);
  });

  it.each([['XMP', gifNote(0xff, 'XMP DataXMP')], ['a program\'s notes', gifNote(0xff, 'MGK8BIMxxxx')], ['a comment', bytes([0x21, 0xfe, SECRET.length], SECRET, 0)], ['written text', gifNote(0x01, 'text')]])('loses %s', (_, note) => {
    expect(bare(bytes(head, note, repeats, timing, image, note, timing, image, note, end))).toEqual(PLAIN);
  });

  it('loses what comes after its end', () => {
    expect(bare(bytes(PLAIN, SECRET))).toEqual(PLAIN);
  });

  it('of the older kind, without colours of its own, is one as well', () => {
    const file = bytes('GIF87a', [1, 0, 1, 0, 0, 0, 0], image, end);
    expect(bare(file)).toEqual(file);
  });

  it('that is cut anywhere is none', () => {
    for (let length = 0; length < PLAIN.byteLength; length += 1) expect(bareGif(PLAIN.subarray(0, length)), String(length)).toBeNull();
  });

  it('holds nothing but pictures and notes', () => {
    expect(bareGif(bytes(head, 'x', end))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { barePng } from './bare-png';
import { joinBytes } from './join-bytes';
import { bytes, chunk, PNG_SIGNATURE, SECRET, text, tiff } from './photo.fixture';

const HEAD = bytes(PNG_SIGNATURE, chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]));
const BODY = bytes(chunk('IDAT', [1, 2, 3]), chunk('IDAT', [4]), chunk('IEND'));
const bare = (file: Uint8Array): Uint8Array => joinBytes(barePng(file) ?? expect.fail('Expected a PNG'));

describe('a PNG', () => {
  it('keeps its pixels, colours and movement, byte for byte', () => {
    const file = bytes(HEAD, ...['PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT'].map((name) => chunk(name, name)), BODY);
    expect(bare(file)).toEqual(file);
  });

  it.each(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'caBX', 'noNe'])('loses %s, before its pixels and after them', (name) => {
    const note = chunk(name, name === 'eXIf' ? tiff({ orientation: 6 }) : SECRET);
    expect(bare(bytes(HEAD, note, BODY))).toEqual(bytes(HEAD, BODY));
    expect(bare(bytes(HEAD, chunk('IDAT', [1]), note, chunk('IEND')))).toEqual(bytes(HEAD, chunk('IDAT', [1]), chunk('IEND')));
  });

  it('loses what comes after its end', () => {
    expect(text(bare(bytes(HEAD, BODY, SECRET)))).toBe(text(bytes(HEAD, BODY)));
  });

  it('that is cut anywhere is none', () => {
    const file = bytes(HEAD, chunk('tEXt', SECRET), BODY);
    for (let length = 0; length < file.byteLength; length += 1) expect(barePng(file.subarray(0, length)), String(length)).toBeNull();
  });

  it('has no chunk longer than itself', () => {
    expect(barePng(bytes(HEAD, [0xff, 0xff, 0xff, 0xff], 'IDAT', [0, 0, 0, 0]))).toBeNull();
  });
});

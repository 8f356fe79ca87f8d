const START_BYTES = 2;

/** The same JPEG as a phone would have made it at the Brandenburg Gate: with the position in its Exif data, and in its XMP. */
export function takenAtGate(photo: Buffer): Buffer<ArrayBuffer> {
  return Buffer.concat([photo.subarray(0, START_BYTES), segment('Exif\0\0', exif()), segment('http://ns.adobe.com/xap/1.0/\0', Buffer.from(XMP)), photo.subarray(START_BYTES)]);
}

const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="52,30.978N" exif:GPSLongitude="13,22.662E"/></rdf:RDF></x:xmpmeta>';

function segment(name: string, body: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(2 + name.length + body.length, 2);
  return Buffer.concat([head, Buffer.from(name, 'latin1'), body]);
}

const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;

/** A TIFF block: one entry that leads to the list of the position's four. */
function exif(): Buffer {
  const list = 26;
  const numbers = list + 2 + 4 * 12 + 4;
  const entries = [entry(1, ASCII, 2, 'N'), entry(2, RATIONAL, 3, numbers), entry(3, ASCII, 2, 'E'), entry(4, RATIONAL, 3, numbers + 24)];
  return Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08', 'latin1'), count(1), entry(0x8825, LONG, 1, list), Buffer.alloc(4),
    count(entries.length), ...entries, Buffer.alloc(4),
    rationals([52, 1], [30, 1], [5868, 100]), rationals([13, 1], [22, 1], [3972, 100]),
  ]);
}

function count(entries: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(entries);
  return bytes;
}

function entry(tag: number, type: number, size: number, value: number | string): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16BE(tag);
  bytes.writeUInt16BE(type, 2);
  bytes.writeUInt32BE(size, 4);
  if (typeof value === 'string') bytes.write(value, 8, 'latin1');
  else bytes.writeUInt32BE(value, 8);
  return bytes;
}

function rationals(...parts: readonly (readonly [number, number])[]): Buffer {
  const bytes = Buffer.alloc(parts.length * 8);
  parts.forEach(([over, under], index) => {
    bytes.writeUInt32BE(over, index * 8);
    bytes.writeUInt32BE(under, index * 8 + 4);
  });
  return bytes;
}

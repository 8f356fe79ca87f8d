const UNKNOWN = { width: 900, height: 1200 };

/** Width and height of a JPEG, from its frame. */
export function jpegSize(file: Buffer): { readonly width: number; readonly height: number } {
  for (let at = 2; at + 9 < file.length && file[at] === 0xff; at += 2 + file.readUInt16BE(at + 2)) {
    const kind = file[at + 1] ?? 0;
    if (kind >= 0xc0 && kind <= 0xc2) return { width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) };
  }
  return UNKNOWN;
}

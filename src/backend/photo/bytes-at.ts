/** Whether the bytes at `at` spell `text`, one character each. */
export function spells(file: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (file[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** The four characters that name a chunk; shorter at the end of the file. */
export function nameAt(file: Uint8Array, at: number): string {
  return String.fromCharCode(...file.subarray(at, at + 4));
}

/** A view that reads numbers of the file; reading beyond its end throws, so bounds are looked at first. */
export function numbersOf(file: Uint8Array): DataView {
  return new DataView(file.buffer, file.byteOffset, file.byteLength);
}

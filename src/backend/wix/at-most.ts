/** Guards the size of a batch: Wix would refuse it, or leave part of it out without a word. */
export function atMost(max: number, name: string, list: readonly unknown[]): void {
  if (list.length > max) throw new RangeError(`Expected \`${name}\` to have at most ${max} entries, got ${list.length}`);
}

/** What a merchant is told when the shop of before answers at another address; `found` as in "98 of 100 reviews". */
export function movedWords(found: string | undefined): string {
  const proof = found === undefined ? 'its reviews are there' : `${found} that were looked for are there, by the same people and in the same words`;
  return `This looks like the same shop at a new address: ${proof}.`;
}

import { brandId, type LinkId } from './ids';

const NAME = /^([\da-f]{40}) [\da-f]{40}(?:\.[a-z]{3,4})?$/u;

/** What a picture's file is called on Wix. Names nobody: two hashes, of the pair and of the address. */
export function pictureName(link: LinkId, picture: string, ending: string): string {
  return `${link} ${picture}${ending}`;
}

/** The pair that a file belongs to; `null` for a file that is not ours. */
export function linkOfFile(name: string): LinkId | null {
  const link = NAME.exec(name)?.[1];
  return link === undefined ? null : brandId<LinkId>(link);
}

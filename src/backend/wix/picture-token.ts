import { readSigned, signText } from './signed-text';

/** One picture of a store that Wix may ask this app for. */
export interface PictureClaims {
  readonly url: string;
  /** Epoch ms from which on it may not. */
  readonly untilMs: number;
}

/** Names the picture and nobody's site or review: Wix shows with a file where it came from. */
export function signPicture({ url, untilMs }: PictureClaims, appKey: Uint8Array<ArrayBuffer>): Promise<string> {
  return signText('picture', `${untilMs}.${url}`, appKey);
}

/** `null` when we did not sign it. */
export async function readPicture(token: string, appKey: Uint8Array<ArrayBuffer>): Promise<PictureClaims | null> {
  const [, untilMs, url] = /^(\d+)\.(.+)$/su.exec((await readSigned('picture', token, appKey)) ?? '') ?? [];
  return url === undefined ? null : { url, untilMs: Number(untilMs) };
}

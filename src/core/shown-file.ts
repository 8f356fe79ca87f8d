import type { ShownFile } from './shown-review';

/** Ids of Wix's media service; nothing else may become part of an address. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_~.-]{2,199}$/;
const LINK = /^wix:(image|video):\/\/v1\/([^/#?]+)(?:\/[^#]*)?(?:#(.*))?$/s;
const ADDRESS = /^https:\/\/static\.wixstatic\.com\/media\/([^/?#]+)/;

/**
 * The file a review's `wix:image://` or `wix:video://` text stands for, or `null` for anything that is not in Wix's
 * media service: an address of a stranger's server is never shown.
 */
export function shownFile(text: string): ShownFile | null {
  const [, kind, rawId = '', hash = ''] = LINK.exec(text) ?? [];
  if (kind === 'image' || kind === 'video') return fromLink(kind, rawId, new URLSearchParams(hash));
  return fromLink('image', ADDRESS.exec(text)?.[1] ?? '', new URLSearchParams());
}

function fromLink(kind: ShownFile['kind'], rawId: string, hints: URLSearchParams): ShownFile | null {
  const id = mediaId(rawId);
  if (id === null) return null;
  const prefix = kind === 'image' ? 'origin' : 'poster';
  return {
    kind,
    id,
    width: pixels(hints.get(`${prefix}Width`)),
    height: pixels(hints.get(`${prefix}Height`)),
    poster: kind === 'video' ? mediaId(hints.get('posterUri') ?? '') : null,
  };
}

/** `null` for what is not an id of the media service. */
export function mediaId(raw: string): string | null {
  const id = decoded(raw);
  return ID.test(id) && !id.includes('..') ? id : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** The SDK writes `undefined` where it knows no size. */
function pixels(text: string | null): number | null {
  const value = Number(text ?? Number.NaN);
  return Number.isInteger(value) && value > 0 && value <= 100_000 ? value : null;
}

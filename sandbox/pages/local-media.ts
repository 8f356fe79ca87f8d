/** Below this path this server answers in place of Wix's media hosts. */
export const MEDIA_PATH = '/__wixmedia/';

const HOSTS = /https:\/\/(static|video)\.wixstatic\.com\//gu;

/** An address, or a list of them, with Wix's media hosts replaced by this server. */
export function localMediaAddress(text: string): string {
  return text.replace(HOSTS, `${MEDIA_PATH}$1/`);
}

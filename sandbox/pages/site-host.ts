import { localMediaAddress } from './local-media';
import type { SiteHostSettings } from './site-elements';

/**
 * The site's half of a custom element, as a published Wix page has it: it tells where the element is, hands out the
 * visitor's token, and, for this closed network only, finds pictures of the local media service.
 */
declare global {
  interface Window {
    clientSdk: unknown;
    commonConfig: unknown;
  }
  interface HTMLElement {
    accessTokenListener?(read: () => Promise<string>): void;
  }
}

const settings = JSON.parse(document.getElementById('site-settings')?.textContent ?? '{}') as SiteHostSettings;

window.commonConfig = { language: document.documentElement.lang, locale: document.documentElement.lang };
window.clientSdk = {
  invoke: ({ namespace, method }: { namespace: string; method: string }) =>
    namespace === 'window' && method === 'viewMode' ? Promise.resolve(settings.mode) : Promise.reject(new Error(`${namespace}.${method} is not part of this stand-in`)),
};

let token: Promise<string> | null = null;

function readToken(): Promise<string> {
  token ??= fetch(`/__sandbox/visitor-token?instanceId=${encodeURIComponent(settings.instanceId)}`, { method: 'POST' }).then((response) => response.text());
  return token;
}

for (const tag of settings.tags) {
  void customElements.whenDefined(tag).then(() => {
    for (const element of document.querySelectorAll<HTMLElement>(tag)) {
      element.accessTokenListener?.(readToken);
      if (settings.productId !== null && 'productId' in element) element.productId = settings.productId;
    }
  });
}

/** Pictures are asked for by the browser itself, where no `fetch` can be in between. */
function redirect(prototype: object, name: string): void {
  const property = Object.getOwnPropertyDescriptor(prototype, name);
  if (property === undefined) return;
  Object.defineProperty(prototype, name, { ...property, set(this: unknown, value: unknown) { property.set?.call(this, localMediaAddress(String(value))); } });
}

redirect(HTMLImageElement.prototype, 'src');
redirect(HTMLImageElement.prototype, 'srcset');
redirect(HTMLMediaElement.prototype, 'src');
redirect(HTMLVideoElement.prototype, 'poster');
const MEDIA = new Set(['src', 'srcset', 'poster']);
const attributes = Object.getOwnPropertyDescriptor(Element.prototype, 'setAttribute')?.value as (this: Element, name: string, value: string) => void;
Element.prototype.setAttribute = function (name, value) {
  attributes.call(this, name, MEDIA.has(name) ? localMediaAddress(value) : value);
};

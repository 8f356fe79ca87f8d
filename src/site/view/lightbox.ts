import PhotoSwipe from 'photoswipe';
import type { SitePhotos } from '../../backend/endpoints/site-types';
import { element } from './element';
import { GALLERY_TEXTS } from './gallery-texts';
import look from './lightbox.css?inline';
import { slidesOf } from './slides';
import { showVideos } from './video-slides';
import viewerStyles from './viewer.css?inline';

export interface LightboxModel {
  readonly photos: SitePhotos;
  readonly altPattern: string;
  /** What is said below a photo. */
  readonly caption: (place: number) => readonly Node[];
  /** In the order of the answer. */
  readonly place: number;
  /** Where the focus goes back to. */
  readonly opener: HTMLElement;
  readonly signal: AbortSignal;
}

/**
 * Shows photos large, one after the other. It is a modal dialog of the browser, so everything behind it is out of reach
 * until it is closed, whatever the merchant's page does; the viewer inside adds gestures and zoom.
 */
export function openLightbox({ photos, altPattern, caption, place, opener, signal }: LightboxModel): void {
  const dialog = element('dialog', { 'aria-label': 'Customer photos', 'aria-busy': 'true', dir: 'ltr', lang: document.documentElement.lang || null });
  const host = element('div');
  host.attachShadow({ mode: 'open' }).append(element('style', {}, viewerStyles + look), dialog);
  document.body.append(host);
  dialog.showModal();

  const slides = slidesOf(photos, altPattern);
  // The viewer only knows left to right: for pages that read the other way its order is turned around.
  const isReversed = getComputedStyle(opener).direction === 'rtl';
  const turned = (at: number): number => (isReversed ? slides.length - 1 - at : at);
  const viewer = new PhotoSwipe({
    dataSource: isReversed ? slides.toReversed() : slides,
    index: turned(place),
    appendToEl: dialog,
    ...BEHAVIOUR,
    arrowPrevTitle: isReversed ? GALLERY_TEXTS.next : GALLERY_TEXTS.previous,
    arrowNextTitle: isReversed ? GALLERY_TEXTS.previous : GALLERY_TEXTS.next,
    ...(matchMedia('(prefers-reduced-motion: reduce)').matches ? { showHideAnimationType: 'none' } : {}),
  });
  showVideos(viewer);
  addCaption(viewer, (at) => caption(turned(at)));
  minded(viewer, dialog);
  viewer.on('openingAnimationEnd', () => { dialog.removeAttribute('aria-busy'); });
  viewer.on('destroy', () => {
    dialog.close();
    host.remove();
    opener.focus();
  });
  signal.addEventListener('abort', () => {
    const leave = (): void => { viewer.destroy(); };
    // While it opens the viewer hears no word of closing.
    if (viewer.opener.isOpen) leave();
    else viewer.on('openingAnimationEnd', leave);
  });
  viewer.init();
  // It calls itself a dialog too; one is enough.
  viewer.element?.removeAttribute('role');
  dialog.querySelector<HTMLElement>('.pswp__button--close')?.focus();
}

const BEHAVIOUR = {
  loop: false,
  // The browser's dialog does both.
  trapFocus: false,
  returnFocus: false,
  counter: false,
  bgOpacity: 0.94,
  showHideAnimationType: 'fade',
  padding: { top: 56, bottom: 120, left: 0, right: 0 },
  closeTitle: 'Close',
  zoomTitle: 'Zoom',
  errorMsg: GALLERY_TEXTS.missing,
} as const;

function addCaption(viewer: PhotoSwipe, view: (at: number) => readonly Node[]): void {
  viewer.on('uiRegister', () => {
    viewer.ui?.registerElement({
      name: 'words',
      order: 9,
      isButton: false,
      appendTo: 'root',
      onInit: (words) => {
        words.setAttribute('aria-live', 'polite');
        words.tabIndex = 0;
        const write = (): void => { words.replaceChildren(...view(viewer.currIndex)); };
        viewer.on('change', write);
        write();
      },
    });
  });
}

/** Keys that belong to the dialog or to a video's controls are not the viewer's. */
function minded(viewer: PhotoSwipe, dialog: HTMLDialogElement): void {
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    viewer.close();
  });
  viewer.on('keydown', (event) => {
    const { key } = event.originalEvent;
    const [target] = event.originalEvent.composedPath();
    const isInVideo = target instanceof HTMLVideoElement && key !== 'Escape';
    if (key === 'Tab' || key === 'z' || isInVideo) event.preventDefault();
  });
}

import type PhotoSwipe from 'photoswipe';
import { element } from './element';

/** Teaches the viewer to show videos: with the browser's own controls, and silent as soon as another slide is shown. */
export function showVideos(viewer: PhotoSwipe): void {
  viewer.on('contentLoad', (event) => {
    const { content } = event;
    if (content.type !== 'video') return;
    event.preventDefault();
    const { videoSrc, poster, alt } = content.data as { readonly videoSrc: string; readonly poster: string | null; readonly alt: string };
    content.state = 'loading';
    content.element = element('div', { class: 'clip' }, element('video', { controls: true, playsinline: true, preload: 'metadata', src: videoSrc, poster, 'aria-label': alt }));
    content.onLoaded();
  });
  const pause = ({ content }: { readonly content: { readonly element: HTMLElement | undefined } }): void => {
    content.element?.querySelector('video')?.pause();
  };
  viewer.on('contentDeactivate', pause);
  viewer.on('contentRemove', pause);
  // Taps and drags on a video are for its controls.
  for (const name of ['pointerDown', 'pointerMove', 'pointerUp'] as const) {
    viewer.on(name, (event) => {
      if (event.originalEvent.target instanceof HTMLVideoElement) event.preventDefault();
    });
  }
}

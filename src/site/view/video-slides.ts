import type PhotoSwipe from 'photoswipe';
import { element } from './element';

/** As high as browsers draw a video's slider and buttons. */
const BAR_PX = 80;

/** Teaches the viewer to show videos: with the browser's own controls, and silent as soon as another slide is shown. */
export function showVideos(viewer: PhotoSwipe): void {
  viewer.on('contentLoad', (event) => {
    const { content } = event;
    if (content.type !== 'video') return;
    event.preventDefault();
    const { videoSrc, poster, alt } = content.data as { readonly videoSrc: string; readonly poster: string | null; readonly alt: string };
    content.state = 'loading';
    content.element = element('div', { class: 'clip', inert: true }, element('video', { controls: true, playsinline: true, preload: 'metadata', src: videoSrc, poster, 'aria-label': alt }));
    content.onLoaded();
  });
  // The slides on either side are loaded too; their controls are nobody's to reach.
  viewer.on('contentActivate', ({ content }) => { content.element?.removeAttribute('inert'); });
  for (const name of ['contentDeactivate', 'contentRemove'] as const) {
    viewer.on(name, ({ content }) => {
      const video = content.element?.querySelector('video');
      if (video == null) return;
      video.pause();
      content.element?.setAttribute('inert', '');
    });
  }
  // The bar below is a slider of its own. Everywhere else a swipe goes on, or a tall video would be a dead end.
  viewer.on('pointerDown', (event) => {
    const { target, clientY } = event.originalEvent;
    if (target instanceof HTMLVideoElement && clientY > target.getBoundingClientRect().bottom - BAR_PX) event.preventDefault();
  });
  // A tap plays and pauses; the words and buttons around it stay.
  viewer.on('tapAction', (event) => {
    if (event.originalEvent.target instanceof HTMLVideoElement) event.preventDefault();
  });
}

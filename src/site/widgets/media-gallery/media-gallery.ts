import base from '../../view/base.css?inline';
import { COMMON_ATTRIBUTES } from '../../view/common-settings';
import { decorate } from '../../view/decorate';
import { gallerySkeleton, galleryView } from '../../view/gallery-view';
import { headingView } from '../../view/heading-view';
import { openPhoto } from '../../view/open-photo';
import photos from '../../view/photos.css?inline';
import { ReviewWidget, type WidgetDeps, type WidgetSpec } from '../../view/review-widget';
import { WIDGET_DEPS } from '../../view/widget-deps';
import { gallerySettings, type GallerySettings } from './gallery-settings';

const MEDIA_GALLERY: WidgetSpec<GallerySettings> = {
  styles: base + photos,
  settings: gallerySettings,
  query: ({ query }) => query,
  skeleton: (settings) => [...headingView(settings), ...gallerySkeleton(settings.look)],
  view: (settings, answer, { isSample, signal }) => {
    if (answer.photos.files.length === 0) return null;
    const open = openPhoto(answer.photos, settings.look.altPattern, signal);
    return [...headingView(settings), ...galleryView(answer.photos, settings.look, { isSample, open, signal })];
  },
  emptyText: ({ emptyText }) => emptyText,
  decorate: (root, settings) => { decorate(root, settings.look.layout, settings); },
};

/** The photos and videos of published reviews. */
export default class MediaGallery extends ReviewWidget<GallerySettings> {
  static readonly observedAttributes = [...COMMON_ATTRIBUTES, 'alt-pattern'];
  protected readonly spec = MEDIA_GALLERY;
  protected readonly deps: WidgetDeps = WIDGET_DEPS;
}

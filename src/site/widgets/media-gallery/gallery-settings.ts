import { commonSettings, type CommonSettings } from '../../view/common-settings';
import type { GalleryLook } from '../../view/gallery-view';
import { choiceSetting, numberSetting, textSetting, type ReadAttribute } from '../../view/settings';
import type { SiteQuery } from '../../view/site-query';
import { GALLERY_TEXTS } from '../../view/gallery-texts';

export interface GallerySettings extends CommonSettings {
  readonly look: GalleryLook;
  readonly query: SiteQuery;
}

export function gallerySettings(read: ReadAttribute): GallerySettings {
  const common = commonSettings(read, { heading: GALLERY_TEXTS.heading, empty: GALLERY_TEXTS.none });
  return {
    ...common,
    look: galleryLook(read),
    query: { show: 'photos', product: common.product, min: common.minRating, rank: 'helpful' },
  };
}

export function galleryLook(read: ReadAttribute): GalleryLook {
  return {
    layout: choiceSetting(read, 'layout', ['grid', 'carousel']),
    count: numberSetting(read, 'count', { least: 1, most: 200, otherwise: 12 }),
    altPattern: textSetting(read, 'alt-pattern', '') || GALLERY_TEXTS.altPattern,
  };
}

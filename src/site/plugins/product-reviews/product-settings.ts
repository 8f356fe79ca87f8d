import { commonSettings, helpfulQuery, type CommonSettings } from '../../view/common-settings';
import { GALLERY_TEXTS } from '../../view/gallery-texts';
import type { GalleryLook } from '../../view/gallery-view';
import type { HelpfulLook } from '../../view/helpful-view';
import { choiceSetting, numberSetting, switchSetting, textSetting, type ReadAttribute } from '../../view/settings';
import type { SiteQuery } from '../../view/site-query';
import { PRODUCT_TEXTS } from './product-texts';

export interface ProductSettings extends CommonSettings {
  readonly photos: GalleryLook;
  readonly reviews: HelpfulLook;
  readonly structuredData: boolean;
  /** `null` until the page has said which product it shows. */
  readonly query: SiteQuery | null;
}

/** The product page hands its product over under either spelling. */
export function productSettings(read: ReadAttribute): ProductSettings {
  const readProduct: ReadAttribute = (name) => (name === 'product-id' ? (read(name) ?? read('productid')) : read(name));
  const common = commonSettings(readProduct, { heading: PRODUCT_TEXTS.heading, empty: PRODUCT_TEXTS.none });
  return {
    ...common,
    photos: {
      layout: choiceSetting(read, 'photo-layout', ['carousel', 'grid']),
      count: numberSetting(read, 'photo-count', { least: 1, most: 200, otherwise: 12 }),
      altPattern: textSetting(read, 'alt-pattern', '') || GALLERY_TEXTS.altPattern,
    },
    reviews: {
      layout: choiceSetting(read, 'layout', ['list', 'grid', 'row']),
      count: numberSetting(read, 'count', { least: 1, most: 10, otherwise: 5 }),
      showOrigin: switchSetting(read, 'show-origin', true),
    },
    structuredData: switchSetting(read, 'structured-data', false),
    query: common.product === null ? null : { ...helpfulQuery(read, common), show: 'both' },
  };
}

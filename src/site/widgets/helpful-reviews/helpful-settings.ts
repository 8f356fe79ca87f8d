import { commonSettings, helpfulQuery, type CommonSettings } from '../../view/common-settings';
import type { HelpfulLook } from '../../view/helpful-view';
import { choiceSetting, numberSetting, switchSetting, type ReadAttribute } from '../../view/settings';
import type { SiteQuery } from '../../view/site-query';
import { TEXTS } from '../../view/texts';

export interface HelpfulSettings extends CommonSettings {
  readonly look: HelpfulLook;
  readonly query: SiteQuery;
}

export const HEADING = 'Most helpful reviews';

export function helpfulSettings(read: ReadAttribute): HelpfulSettings {
  const common = commonSettings(read, { heading: HEADING, empty: TEXTS.noReviews });
  return {
    ...common,
    look: {
      layout: choiceSetting(read, 'layout', ['list', 'grid', 'row']),
      count: numberSetting(read, 'count', { least: 1, most: 10, otherwise: 10 }),
      showOrigin: switchSetting(read, 'show-origin', true),
    },
    query: helpfulQuery(read, common),
  };
}

import { commonSettings, helpfulQuery, type CommonSettings } from '../../view/common-settings';
import { HELPFUL_TEXTS } from '../../view/helpful-texts';
import type { HelpfulLook } from '../../view/helpful-view';
import { choiceSetting, numberSetting, switchSetting, type ReadAttribute } from '../../view/settings';
import type { SiteQuery } from '../../view/site-query';

export interface HelpfulSettings extends CommonSettings {
  readonly look: HelpfulLook;
  readonly query: SiteQuery;
}

export function helpfulSettings(read: ReadAttribute): HelpfulSettings {
  const common = commonSettings(read, { heading: HELPFUL_TEXTS.heading, empty: HELPFUL_TEXTS.none });
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

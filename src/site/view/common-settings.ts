import { choiceSetting, numberSetting, switchSetting, textSetting, type ReadAttribute } from './settings';
import type { SiteQuery } from './site-query';

export const COMMON_ATTRIBUTES = [
  'heading', 'heading-level', 'empty-text', 'count', 'layout', 'min-rating', 'product-id', 'accent-color', 'text-color', 'card-color',
] as const;

/** What every widget can be told in its settings panel. */
export interface CommonSettings {
  /** Empty: no heading. */
  readonly heading: string;
  readonly headingLevel: HeadingLevel;
  readonly emptyText: string;
  /** `null`: reviews of every product. */
  readonly product: string | null;
  /** 0: every rating is shown. */
  readonly minRating: number;
  /** Colours as the editor's picker gives them; empty: the site's own. */
  readonly colors: Readonly<Record<'accent' | 'text' | 'card', string>>;
}

export type HeadingLevel = 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

export function commonSettings(read: ReadAttribute, texts: { readonly heading: string; readonly empty: string }): CommonSettings {
  const product = textSetting(read, 'product-id', '');
  return {
    heading: textSetting(read, 'heading', texts.heading),
    headingLevel: `h${choiceSetting(read, 'heading-level', ['2', '3', '4', '5', '6'])}`,
    emptyText: textSetting(read, 'empty-text', '') || texts.empty,
    product: product === '' ? null : product.slice(0, 36),
    minRating: numberSetting(read, 'min-rating', { least: 0, most: 5, otherwise: 0 }),
    colors: { accent: textSetting(read, 'accent-color', ''), text: textSetting(read, 'text-color', ''), card: textSetting(read, 'card-color', '') },
  };
}

export function helpfulQuery(read: ReadAttribute, { product, minRating }: CommonSettings): SiteQuery {
  return { show: 'helpful', product, min: minRating, rank: switchSetting(read, 'balanced', false) ? 'balanced' : 'helpful' };
}

/** Headings below the widget's own, never deeper than there are. */
export function oneBelow(level: HeadingLevel): HeadingLevel {
  const levels: readonly HeadingLevel[] = ['h2', 'h3', 'h4', 'h5', 'h6'];
  return levels[levels.indexOf(level) + 1] ?? 'h6';
}

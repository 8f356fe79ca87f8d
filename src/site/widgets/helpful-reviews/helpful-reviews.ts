import base from '../../view/base.css?inline';
import cards from '../../view/cards.css?inline';
import { COMMON_ATTRIBUTES } from '../../view/common-settings';
import { decorate } from '../../view/decorate';
import { headingView } from '../../view/heading-view';
import { helpfulSkeleton, helpfulView } from '../../view/helpful-view';
import { offerMore } from '../../view/review-card';
import { ReviewWidget, type WidgetDeps, type WidgetSpec } from '../../view/review-widget';
import { WIDGET_DEPS } from '../../view/widget-deps';
import { helpfulSettings, type HelpfulSettings } from './helpful-settings';

const HELPFUL_REVIEWS: WidgetSpec<HelpfulSettings> = {
  styles: base + cards,
  settings: helpfulSettings,
  query: ({ query }) => query,
  skeleton: (settings) => [...headingView(settings), helpfulSkeleton(settings.look)],
  view: (settings, { helpful }) =>
    helpful.length === 0 ? null : [...headingView(settings), helpfulView(helpful, settings.look, settings)],
  emptyText: ({ emptyText }) => emptyText,
  decorate: (root, settings) => { decorate(root, settings.look.layout, settings); },
  settled: offerMore,
};

/** The ten most helpful reviews. */
export default class HelpfulReviews extends ReviewWidget<HelpfulSettings> {
  static readonly observedAttributes = [...COMMON_ATTRIBUTES, 'balanced', 'show-origin'];
  protected readonly spec = HELPFUL_REVIEWS;
  protected readonly deps: WidgetDeps = WIDGET_DEPS;
}

import { isEditor } from './is-editor';
import { loadAnswer } from './load-answer';
import type { WidgetDeps } from './review-widget';
import { createSharedAnswers } from './shared-answers';

/** The same for every widget of a page, so that they share their requests. */
export const WIDGET_DEPS: WidgetDeps = {
  isEditor,
  load: createSharedAnswers(loadAnswer, () => performance.now()),
  // Only the editor needs it, so visitors do not load it.
  loadSample: async () => (await import('./sample-answer')).SAMPLE_ANSWER,
};

import type { CommonSettings } from './common-settings';
import { element } from './element';

export function headingView({ heading, headingLevel }: CommonSettings): readonly HTMLElement[] {
  return heading === '' ? [] : [element(headingLevel, { class: 'heading', dir: 'auto' }, heading)];
}

import type { CommonSettings } from './common-settings';

/**
 * Hands the chosen colours to the style sheet. They are CSS values, often `var(--…)` of the site's theme, and are never
 * taken apart; the browser ignores what is none.
 */
export function decorate(root: HTMLElement, layout: string, { colors }: CommonSettings): void {
  root.dataset['layout'] = layout;
  for (const [name, value] of Object.entries(colors)) {
    if (value === '') root.style.removeProperty(`--chosen-${name}`);
    else root.style.setProperty(`--chosen-${name}`, value);
  }
}

import { element } from './element';
import { GALLERY_TEXTS } from './gallery-texts';

/** Nearly a whole view further, so that the eye keeps one picture it has seen. */
const STEP = 0.85;

/**
 * The list as a row that scrolls, with a button over either end of it while there is more that way. The buttons are
 * within what scrolls: a finger that comes down on one of them moves the row like any other.
 */
export function carousel(list: HTMLElement, signal: AbortSignal): HTMLElement {
  const back = button('back', GALLERY_TEXTS.previous);
  const on = button('on', GALLERY_TEXTS.next);
  const steer = element('div', { class: 'steer', role: 'group', 'aria-label': GALLERY_TEXTS.steer }, back, on);
  const row = lane(list, steer);
  const move = (steps: number): void => {
    const sign = getComputedStyle(row).direction === 'rtl' ? -1 : 1;
    row.scrollBy({ left: sign * steps * STEP * row.clientWidth });
  };
  const update = (): void => {
    // Right-to-left rows count from 0 downwards.
    const from = Math.abs(row.scrollLeft);
    const rest = row.scrollWidth - row.clientWidth - from;
    back.setAttribute('aria-disabled', String(from <= 1));
    on.setAttribute('aria-disabled', String(rest <= 1));
    steer.classList.toggle('needless', from <= 1 && rest <= 1);
  };
  back.addEventListener('click', () => { move(-1); });
  on.addEventListener('click', () => { move(1); });
  row.addEventListener('scroll', update, { passive: true, signal });
  observeSize(row, update, signal);
  return row;
}

/** What scrolls, before and after it can be steered. */
export function lane(...content: readonly HTMLElement[]): HTMLElement {
  return element('div', { class: 'lane' }, ...content);
}

function button(name: string, label: string): HTMLButtonElement {
  return element('button', { class: `turn ${name}`, type: 'button', 'aria-label': label }, element('span', { 'aria-hidden': 'true' }, '›'));
}

function observeSize(target: Element, act: () => void, signal: AbortSignal): void {
  if (typeof ResizeObserver === 'undefined') return;
  const observer = new ResizeObserver(act);
  observer.observe(target);
  signal.addEventListener('abort', () => { observer.disconnect(); });
}

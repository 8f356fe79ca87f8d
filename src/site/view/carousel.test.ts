import { beforeEach, describe, expect, it, vi } from 'vitest';
import { carousel } from './carousel';
import { element } from './element';

const WIDTH = 1_000;

/** A row of a given length, scrolled to a given place; jsdom itself lays nothing out. */
function row(scrollWidth: number, scrollLeft = 0, dir = 'ltr') {
  const by = vi.fn();
  const life = new AbortController();
  const lane = carousel(element('ul'), life.signal);
  Object.defineProperties(lane, {
    clientWidth: { value: WIDTH }, scrollWidth: { value: scrollWidth }, scrollLeft: { value: scrollLeft }, scrollBy: { value: by },
  });
  lane.style.direction = dir;
  document.body.append(lane);
  lane.dispatchEvent(new Event('scroll'));
  const [back, on] = Array.from(lane.querySelectorAll('button'));
  return { lane, by, back, on, life };
}

describe('the carousel', () => {
  beforeEach(() => document.body.replaceChildren());

  it('goes nearly a view further, and back', () => {
    const { by, back, on } = row(3_000);
    on?.click();
    back?.click();
    expect(by.mock.calls).toEqual([[{ left: 850 }], [{ left: -850 }]]);
  });

  it('goes the other way where pages read right to left', () => {
    const { by, on } = row(3_000, 0, 'rtl');
    on?.click();
    expect(by).toHaveBeenCalledWith({ left: -850 });
  });

  it.each([[0, 'true', 'false'], [500, 'false', 'false'], [2_000, 'false', 'true'], [-2_000, 'false', 'true']])('says at %i where there is nothing more', (at, atStart, atEnd) => {
    const { back, on } = row(3_000, at);
    expect([back?.getAttribute('aria-disabled'), on?.getAttribute('aria-disabled')]).toEqual([atStart, atEnd]);
  });

  it('hides its buttons when everything fits', () => {
    row(WIDTH);
    expect(document.querySelector('.steer')?.classList.contains('needless')).toBe(true);
  });

  it('listens to nothing once its widget is gone', () => {
    const { lane, back, life } = row(3_000);
    life.abort();
    back?.setAttribute('aria-disabled', 'untouched');
    lane.dispatchEvent(new Event('scroll'));
    expect(back?.getAttribute('aria-disabled')).toBe('untouched');
  });
});

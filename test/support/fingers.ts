import type { Page } from 'playwright-core';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const STEPS = 12;

/** Fingers on the glass, one path for each, as the browser gets them from a touch screen. */
export async function drag(page: Page, ...paths: readonly (readonly [from: Point, to: Point])[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', part: number) => cdp.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: type === 'touchEnd' ? [] : paths.map(([from, to], id) => ({ id, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part })),
  });
  await touch('touchStart', 0);
  for (let step = 1; step <= STEPS; step += 1) {
    await touch('touchMove', step / STEPS);
    // A gesture is read from its speed, so every step has a frame of its own.
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(resolve); }));
  }
  await touch('touchEnd', 1);
  await cdp.detach();
}

/** One finger, sideways. */
export const swipe = (page: Page, { x, y }: Point, byPx: number): Promise<void> => drag(page, [{ x, y }, { x: x + byPx, y }]);

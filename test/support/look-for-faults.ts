import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/**
 * What axe holds against a page as it is shown, colours included. Landmarks are the host's; the levels of card titles are
 * the design system's.
 */
export async function lookForFaults(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    const { violations } = await loaded.run(document, { rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false }, 'heading-order': { enabled: false } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary ?? ''})`).join(' | ')}`);
  });
}

/** How far a page can be scrolled sideways: 0 for one that fits its window. */
export function sidewaysPx(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/**
 * What axe holds against a page as it is shown, colours included; `least`: from which weight on. Landmarks are the host's;
 * the levels of card titles are the design system's. A colour that is on its way to another is nobody's choice: what moves
 * once may come to rest first, and what changes while the page is looked at does so at once.
 */
export async function lookForFaults(frame: Frame, least: 'any' | 'serious' = 'any'): Promise<readonly string[]> {
  await frame.evaluate(axe.source);
  await frame.addStyleTag({ content: '*, ::before, ::after { transition: none !important; }' });
  await grownQuiet(frame);
  await comeToRest(frame);
  return frame.evaluate(async (weight) => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    const { violations } = await loaded.run(document, { rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false }, 'heading-order': { enabled: false } } });
    const found = violations.filter(({ impact }) => weight === 'any' || impact === 'serious' || impact === 'critical');
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary ?? ''})`).join(' | ')}`);
  }, least);
}

/** A button that is switched on between two looks of one check has the colour of the one and the state of the other. */
const QUIET_MS = 300;
/** A page that counts something is never quiet. */
const PATIENCE_MS = 3_000;

function grownQuiet(frame: Frame): Promise<void> {
  return frame.evaluate(([quietMs, patienceMs]) => new Promise<void>((resolve) => {
    const done = (): void => {
      watch.disconnect();
      resolve();
    };
    let timer = setTimeout(done, quietMs);
    const watch = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, quietMs);
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(done, patienceMs);
  }), [QUIET_MS, PATIENCE_MS] as const);
}

/** Waits for every animation that has an end. One that is broken off has come to rest as well. */
async function comeToRest(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    const ends = ({ effect }: Animation): boolean => Number.isFinite(effect?.getComputedTiming().endTime ?? 0);
    await Promise.allSettled(document.getAnimations().filter(ends).map(({ finished }) => finished));
  });
}

/** How far a page can be scrolled sideways: 0 for one that fits its window. */
export function sidewaysPx(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

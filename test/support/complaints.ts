import type { Page } from 'playwright-core';

/**
 * What a page prints that is nobody's fault of ours, each with its reason. Anything else fails the test that asks.
 */
const PLATFORM: readonly RegExp[] = [
  // The design system's own font is on the internet, which a test does not reach.
  /^Failed to decode downloaded font: https:\/\/static\.parastorage\.com\//u,
];

/** What Chromium remarks on by itself when a request is answered with an error or not at all. */
const REFUSED = /^Failed to load resource: /u;

const HEARD: ReadonlySet<string> = new Set(['error', 'warning']);

/** What one page complained about since it was opened: errors, warnings, and what was thrown and not caught. */
export class Complaints {
  readonly list: string[] = [];
  #refusals = false;

  constructor(page: Page) {
    page.on('console', (message) => {
      if (HEARD.has(message.type())) this.#add(message.text(), message.location().url);
    });
    page.on('pageerror', (error) => { this.#add(error.message, page.url()); });
  }

  /** For a page whose requests the test itself has refused or answered with an error. */
  expectRefusals(): void {
    this.#refusals = true;
    this.list.splice(0, this.list.length, ...this.list.filter((text) => !REFUSED.test(text)));
  }

  #add(text: string, where: string): void {
    if (PLATFORM.some((known) => known.test(text)) || (this.#refusals && REFUSED.test(text))) return;
    this.list.push(`${text} (${where})`);
  }
}

import { afterAll, beforeAll } from 'vitest';
import { launchBrowser, type TestBrowser } from './browser';
import { startSandbox, type RunningSandbox, type SandboxStart } from './start-sandbox';

export interface Stage {
  readonly sandbox: RunningSandbox;
  readonly browser: TestBrowser;
}

/** A connected sandbox without a quota, and a browser, for all tests of a file: there before them, closed after them. */
export function onStage(enter: (stage: Stage) => void, start: Pick<SandboxStart, 'walked'> = {}): void {
  let stage: Stage | null = null;
  beforeAll(async () => {
    const [sandbox, browser] = await Promise.all([startSandbox({ ...start, switches: { quota: 'off' } }), launchBrowser()]);
    stage = { sandbox, browser };
    enter(stage);
  });
  afterAll(async () => {
    await stage?.browser.close();
    await stage?.sandbox.stop();
  });
}

import { mkdirSync, rmSync } from 'node:fs';
import { bundle } from './bundle.mjs';
import { inRoot } from './root.mjs';

/**
 * What the suites start their sandboxes with, made once for all files of a run: the program, and a folder for shops that
 * are the same for many of them.
 *
 * @param {{ provide(name: string, value: unknown): void }} project
 */
export default async ({ provide }) => {
  const dir = inRoot('test-output', `sandbox-${process.pid}`);
  mkdirSync(dir, { recursive: true });
  const program = `${dir}/sandbox.mjs`;
  await bundle('sandbox/main.ts', program);
  provide('sandbox', { program, keptDir: `${dir}/kept` });
  return () => rmSync(dir, { recursive: true, force: true });
};

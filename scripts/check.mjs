import { existsSync } from 'node:fs';
import { ensureBuild } from './lib/ensure-build.mjs';
import { ensureEnv } from './lib/ensure-env.mjs';
import { ensureModules } from './lib/ensure-modules.mjs';
import { ensureNode } from './lib/ensure-node.mjs';
import { inRoot, tool } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { seconds, table } from './lib/table.mjs';

const manifestTest = 'test/manifest.test.ts';

/** @typedef {{ ok: boolean, output: string }} Outcome */

/** A tool passes when it ends with code 0. */
const passes = async (/** @type {string} */ name, /** @type {string[]} */ args) => {
  const { code, output } = await run(tool(name), args, { quiet: true });
  return { ok: code === 0, output };
};

const build = async () => {
  const problem = (await ensureEnv()) ?? (await ensureBuild());
  return { ok: problem === null, output: problem ?? '' };
};

const sizes = async () => {
  if (!existsSync(inRoot('dist'))) return { ok: false, output: 'There is no dist folder to measure.' };
  const outcome = await passes('size-limit', []);
  // Sizes are worth reading even when they are within their limits.
  if (outcome.ok) say(outcome.output.trimEnd());
  return outcome;
};

const manifest = async () => {
  if (!existsSync(inRoot(manifestTest))) return { ok: false, output: `${manifestTest} is missing.` };
  if (!existsSync(inRoot('dist'))) return { ok: false, output: 'There is no dist folder to look into.' };
  return passes('vitest', ['run', '--config', 'vitest.worker.config.ts', manifestTest]);
};

ensureNode();
await ensureModules();

/** What reads the sources alone goes on beside the build: each keeps one core busy. */
const building = build();

/** @type {[string, () => Promise<Outcome>][]} */
const checks = [
  ['types', () => passes('tsc', ['--noEmit', '--pretty', 'false'])],
  ['lint', () => passes('eslint', ['.', '--max-warnings', '0'])],
  ['unused code', () => passes('knip', ['--no-progress'])],
  ['build', () => building],
  ['sizes', sizes],
  ['manifest', manifest],
];

const rows = [['check', 'result', 'seconds']];
for (const [name, check] of checks) {
  say(`── ${name}`);
  const startedMs = performance.now();
  const { ok, output } = await check();
  if (!ok) {
    say(output.trimEnd());
    process.exitCode = 1;
  }
  rows.push([name, ok ? 'ok' : 'failed', seconds(startedMs)]);
}
say(`\n${table(rows)}`);

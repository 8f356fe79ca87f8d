import { add, isGreen, none, summary } from './lib/counts.mjs';
import { ensureBuild } from './lib/ensure-build.mjs';
import { ensureChromium } from './lib/ensure-chromium.mjs';
import { ensureEnv } from './lib/ensure-env.mjs';
import { ensureModules } from './lib/ensure-modules.mjs';
import { ensureNode } from './lib/ensure-node.mjs';
import { say } from './lib/say.mjs';
import { didNotRun, simulationSuite, vitestSuite } from './lib/suites.mjs';
import { seconds, table } from './lib/table.mjs';

const seeds = 10_000;

ensureNode();
await ensureModules();
const envProblem = await ensureEnv();

/** Runs a suite only when what it stands on is there. */
const after = async (/** @type {(() => Promise<string | null>)[]} */ needs, suite) => {
  for (const need of needs) {
    const problem = await need();
    if (problem !== null) return didNotRun(problem);
  }
  return suite();
};

const builds = async () => envProblem ?? ensureBuild();

/** @type {[string, () => Promise<import('./lib/suites.mjs').SuiteResult>][]} */
const suites = [
  ['unit', () => vitestSuite('unit', 'vitest.config.ts')],
  ['worker', () => after([builds], () => vitestSuite('worker', 'vitest.worker.config.ts'))],
  ['browser', () => after([ensureChromium, builds], () => vitestSuite('browser', 'vitest.browser.config.ts'))],
  ['simulation', () => simulation],
  ['measured', () => after([ensureChromium, builds], () => vitestSuite('measured', 'vitest.measured.config.ts'))],
];

let total = none;
/** Begun when the unit tests no longer need every core; the suites after them mostly wait for browsers and workers. */
let simulation = Promise.resolve(didNotRun('the simulation was never begun'));
const rows = [['suite', 'passed', 'failed', 'skipped', 'seconds', '']];
for (const [name, suite] of suites) {
  say(`\n── ${name} tests`);
  const startedMs = performance.now();
  const { counts, problem } = await suite();
  if (name === 'unit') simulation = simulationSuite(seeds);
  total = add(total, counts);
  const figures = [counts.passed, counts.failed, counts.skipped].map(String);
  rows.push([name, ...figures, seconds(startedMs), problem ?? '']);
}

say(`\n${table(rows)}\n`);
say(summary(total));
process.exitCode = isGreen(total) ? 0 : 1;

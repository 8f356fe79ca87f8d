import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { countsOfReport, none } from './counts.mjs';
import { inRoot, tool } from './root.mjs';
import { run } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {{ counts: Counts, problem: string | null }} SuiteResult */

/** A suite that did not run is a failure, never a silence. @returns {SuiteResult} */
export const didNotRun = (/** @type {string} */ problem) => ({ counts: { ...none, failed: 1 }, problem });

const minute = 60_000;

/**
 * When a suite counts as hung. On a usual machine none takes a quarter of an hour; one that is three times as slow still gets to say
 * what passed.
 */
const patienceMs = 40 * minute;

/**
 * Runs one Vitest configuration and counts from its JSON report.
 *
 * @param {string} name
 * @param {string} config
 * @returns {Promise<SuiteResult>}
 */
export const vitestSuite = async (name, config) => {
  if (!existsSync(inRoot(config))) return didNotRun(`${config} is missing`);
  const reportPath = inRoot('test-output', `${name}.json`);
  mkdirSync(inRoot('test-output'), { recursive: true });
  rmSync(reportPath, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  const { code } = await run(tool('vitest'), ['run', '--config', config, ...reporters], { timeoutMs: patienceMs });
  if (!existsSync(reportPath)) return didNotRun(`Vitest ended with code ${code} and left no report`);
  const counts = countsOfReport(JSON.parse(readFileSync(reportPath, 'utf8')));
  // An error outside any test (an unhandled rejection, say) shows only in the exit code.
  if (code !== 0 && counts.failed === 0) return { counts: { ...counts, failed: 1 }, problem: `Vitest ended with code ${code}` };
  return { counts, problem: null };
};

/**
 * Runs the simulation, which counts as one test: all seeds hold or they do not. It is one process that only computes, so it
 * may run beside suites that mostly wait, at the lowest priority, and says at its end what it has printed.
 *
 * @returns {Promise<SuiteResult>}
 */
export const simulationSuite = async (/** @type {number} */ seeds) => {
  if (!existsSync(inRoot('sim', 'main.ts'))) return didNotRun('sim/main.ts is missing');
  const args = ['run', '--silent', 'sim', '--', '--seeds', String(seeds)];
  const { code, output } = await run('npm', args, { quiet: true, isPatient: true, timeoutMs: patienceMs });
  const verdict = verdictOf(output);
  if (verdict === null) return didNotRun(`the simulation ended with code ${code} and no JSON line`);
  console.log(output);
  const holds = code === 0 && verdict.failures === 0 && verdict.seeds === seeds;
  return holds
    ? { counts: { ...none, passed: 1 }, problem: null }
    : { counts: { ...none, failed: 1 }, problem: `${verdict.failures} of ${verdict.seeds} seeds failed` };
};

/**
 * The simulation's last line, if it is the JSON object it should be.
 *
 * @param {string} output
 * @returns {{ seeds: number, failures: number } | null}
 */
export const verdictOf = (output) => {
  try {
    const verdict = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
    return typeof verdict?.seeds === 'number' && typeof verdict?.failures === 'number' ? verdict : null;
  } catch {
    return null;
  }
};

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';

/**
 * Runs one command from the repository's top folder, shows its output as it comes, and answers when it has ended.
 * `capture` collects the output as well, `quiet` collects it instead, and `timeoutMs` (0: none) ends a command that
 * hangs. A command that cannot be started answers code 127.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ capture?: boolean, quiet?: boolean, timeoutMs?: number, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export const run = (command, args, { capture = false, quiet = false, timeoutMs = 0, env = {} } = {}) =>
  new Promise((done) => {
    const collects = capture || quiet;
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', collects ? 'pipe' : 'inherit', collects ? 'pipe' : 'inherit'],
      ...(timeoutMs > 0 && { timeout: timeoutMs }),
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (/** @type {NodeJS.WriteStream} */ out) => (/** @type {string} */ text) => {
      output += text;
      if (!quiet) out.write(text);
    };
    child.stdout?.setEncoding('utf8').on('data', collect(process.stdout));
    child.stderr?.setEncoding('utf8').on('data', collect(process.stderr));
    child.on('error', (error) => done({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => done({ code: exitCode(code, signal), output }));
  });

/**
 * A process ended by a signal has no code of its own; shells report 128 plus the signal's number.
 *
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export const exitCode = (code, signal) => code ?? 128 + (signal === null ? 0 : constants.signals[signal]);

import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { root } from './root.mjs';

/**
 * Runs one command from the repository's top folder, shows its output as it comes, and answers when it has ended.
 * `quiet` collects it instead, and `timeoutMs` (0: none) ends a command that hangs; `isPatient` lets everything else go
 * first. A command that cannot be started answers code 127.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, isPatient?: boolean, timeoutMs?: number, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export const run = (command, args, { quiet = false, isPatient = false, timeoutMs = 0, env = {} } = {}) =>
  new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      ...(timeoutMs > 0 && { timeout: timeoutMs }),
      shell: process.platform === 'win32',
    });
    if (isPatient && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let output = '';
    const collect = (/** @type {string} */ text) => {
      output += text;
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
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

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureBuild } from './lib/ensure-build.mjs';
import { ensureEnv } from './lib/ensure-env.mjs';
import { ensureModules } from './lib/ensure-modules.mjs';
import { ensureNode } from './lib/ensure-node.mjs';
import { inRoot, root } from './lib/root.mjs';
import { exitCode } from './lib/run.mjs';
import { fail, say } from './lib/say.mjs';

const main = inRoot('sandbox', 'main.ts');

ensureNode();
await ensureModules();
for (const ensure of [ensureEnv, ensureBuild]) {
  const problem = await ensure();
  if (problem !== null) fail(`Cannot start: ${problem}.`);
}
if (!existsSync(main)) fail('Cannot start: sandbox/main.ts is missing.');

say('Starting, a few seconds …');
const child = spawn(process.execPath, ['--import', 'tsx', main, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });

// A terminal's Ctrl-C reaches the child by itself; a signal sent to this process alone has to be passed on.
for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(/** @type {NodeJS.Signals} */ (signal));
  });
}
child.on('error', (error) => fail(`Cannot start: ${error.message}`));
child.on('close', (code, signal) => {
  process.exitCode = exitCode(code, signal);
});

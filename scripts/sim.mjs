import { mkdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { bundle } from './lib/bundle.mjs';
import { inRoot } from './lib/root.mjs';

const dir = inRoot('test-output', `sim-${process.pid}`);
mkdirSync(dir, { recursive: true });
try {
  await bundle('sim/main.ts', `${dir}/sim.mjs`);
  const { status } = spawnSync(process.execPath, [`${dir}/sim.mjs`, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(dir, { recursive: true, force: true });
}

import { existsSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

const script = inRoot('scripts', 'ensure-env.mjs');

/**
 * Writes the settings a first build needs, if they are not there yet.
 *
 * @returns {Promise<string | null>} what went wrong, or `null`
 */
export const ensureEnv = async () => {
  if (!existsSync(script)) return 'scripts/ensure-env.mjs is missing';
  const { code } = await run(process.execPath, [script]);
  return code === 0 ? null : `scripts/ensure-env.mjs ended with code ${code}`;
};

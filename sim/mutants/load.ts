import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { simulate } from '../simulate';
import { MUTANTS, type MutantName } from './names';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The simulator, bundled anew with one module of the engine exchanged for a broken one. Nothing on disk is changed and
 * the engine needs no opening for it. Throws when nobody imports the module any more: such a mutant proves nothing.
 */
export async function loadMutant(name: MutantName): Promise<typeof simulate> {
  const { replaces, by } = MUTANTS[name];
  let swaps = 0;
  const swap = exchange(resolve(ROOT, replaces), fileURLToPath(by), () => {
    swaps += 1;
  });
  const { outputFiles } = await build({ entryPoints: [resolve(ROOT, 'sim/simulate.ts')], bundle: true, platform: 'node', format: 'esm', write: false, logLevel: 'silent', plugins: [swap] });
  const [bundle] = outputFiles;
  if (bundle === undefined || swaps === 0) throw new Error(`Expected mutant "${name}" to replace ${replaces}, which nothing imports`);
  return importText(bundle.text);
}

function exchange(original: string, replacement: string, onSwap: () => void): Plugin {
  return {
    name: 'exchange',
    setup: (bundler) => {
      bundler.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, importer }) => {
        // The replacement itself is built on the original.
        if (resolve(resolveDir, path) !== original || importer === replacement) return null;
        onSwap();
        return { path: replacement };
      });
    },
  };
}

async function importText(text: string): Promise<typeof simulate> {
  const address = `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
  const loaded = (await import(/* @vite-ignore */ address)) as { simulate: typeof simulate };
  return loaded.simulate;
}

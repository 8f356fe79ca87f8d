import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PAGES_DIR = fileURLToPath(new URL('../pages/', import.meta.url));

/** The sandbox's own files for browsers, by the path they are served at. */
export type Assets = ReadonlyMap<string, { readonly type: string; readonly text: string }>;

export async function buildAssets(): Promise<Assets> {
  const read = (file: string): string => readFileSync(path.join(PAGES_DIR, file), 'utf8');
  return new Map([
    ['/assets/sandbox.css', { type: 'text/css; charset=utf-8', text: read('sandbox.css') }],
    ['/assets/bar.css', { type: 'text/css; charset=utf-8', text: read('bar.css') }],
    ['/assets/icon.svg', { type: 'image/svg+xml', text: read('icon.svg') }],
    ['/assets/dashboard-host.js', { type: 'text/javascript; charset=utf-8', text: await bundle('dashboard-host.ts') }],
    ['/assets/editor-host.js', { type: 'text/javascript; charset=utf-8', text: await bundle('editor-host.ts') }],
    ...['react', 'react-dom'].map((name) => [`/assets/umd/${name}.production.min.js`, { type: 'text/javascript; charset=utf-8', text: umd(name) }] as const),
    ['/assets/site-host.js', { type: 'text/javascript; charset=utf-8', text: await bundle('site-host.ts') }],
  ]);
}

/** The build of a library that sets a global, as Wix's panel pages load it. */
function umd(name: string): string {
  const packageFile = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return readFileSync(path.join(path.dirname(packageFile), 'umd', `${name}.production.min.js`), 'utf8');
}

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(PAGES_DIR, file)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    logLevel: 'error',
    // Libraries ask for it although they run in a browser.
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const text = outputFiles[0]?.text;
  if (text === undefined) throw new Error(`esbuild wrote nothing for ${file}`);
  return text;
}

import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { widgetFiles } from './scripts/lib/widget-bundles.mjs';

const FOLDER = 'dist/_wix_126f0f6e-custom-elements';
/** What Wix's SDK puts into our own files: the two functions that widgets call, and what these need. */
const SDK = `
  import { createHostModule } from '@wix/sdk-runtime/host-modules';
  import { httpClient } from '@wix/essentials';
  export const used = [createHostModule, httpClient.fetchWithAuth];`;

const sdkBytes = async () => {
  const { outputFiles } = await build({
    stdin: { contents: SDK, resolveDir: '.' }, bundle: true, minify: true, format: 'esm', write: false, external: ['@wix/sdk-context'],
  });
  return gzipSync(outputFiles[0]?.text ?? '', { level: 9 }).length;
};

const sdk = await sdkBytes();
/** @param {number} bytes */
const limit = (bytes) => `${bytes} B`;
const gallery = widgetFiles(FOLDER, 'media-gallery');
const helpful = widgetFiles(FOLDER, 'helpful-reviews');
const product = widgetFiles(FOLDER, 'product-reviews');

/** Budgets are for our own code, so what the SDK adds to our files is added to them. */
export default [
  { name: `photo gallery, of which ${sdk} B are Wix's SDK`, path: gallery.ours, limit: limit(12_000 + sdk) },
  { name: 'viewer for large photos, at the first tap', path: gallery.later('lightbox'), limit: limit(20_000) },
  { name: `list of helpful reviews, of which ${sdk} B are Wix's SDK`, path: helpful.ours, limit: limit(6_000 + sdk) },
  { name: `both on the product page, of which ${sdk} B are Wix's SDK`, path: product.ours, limit: limit(18_000 + sdk) },
  { name: 'photo gallery with Wix’s client for custom elements (information)', path: gallery.all },
  { name: 'list of helpful reviews with Wix’s client (information)', path: helpful.all },
  { name: 'dashboard pages, every script (information)', path: 'dist/_astro/**/*.js' },
].map((entry) => ({ ...entry, gzip: true }));

/**
 * Who may import whom. Imports point down only:
 * `dashboard | site | events | endpoints → sync → stores | wix → core`.
 *
 * Each layer names the folders whose code it may use (`uses`) and those whose types alone it may use (`usesTypesOf`):
 * a type import vanishes in the build, so it ties two layers by contract but not by code. A layer may always use
 * itself. The longest matching folder decides which layer a file belongs to.
 *
 * @typedef {{ folder: string, uses: string[], usesTypesOf?: string[] }} Layer
 */

const core = 'src/core';
const sync = 'src/backend/sync';
const stores = 'src/backend/stores';
const wix = 'src/backend/wix';
const alerts = 'src/backend/alerts';
const collections = 'src/backend/collections';
const endpoints = 'src/backend/endpoints';
const photo = 'src/backend/photo';

/** @type {Layer[]} */
export const layers = [
  { folder: core, uses: [] },
  { folder: photo, uses: [core] },
  {
    folder: stores,
    uses: [core],
    // A connector is handed the budget and the clock of its caller and never makes one.
    usesTypesOf: [`${sync}/call-budget`, `${sync}/clock`],
  },
  { folder: sync, uses: [core, stores] },
  // Wix is reached through ports that `sync` declares, so this layer looks up to it for their shapes.
  { folder: wix, uses: [core, collections, sync], usesTypesOf: [stores] },
  { folder: collections, uses: [core], usesTypesOf: [sync] },
  { folder: alerts, uses: [core, wix, sync], usesTypesOf: [stores] },
  { folder: endpoints, uses: [core, photo, sync, stores, wix, alerts, collections] },
  { folder: 'src/backend/events', uses: ['src/backend', core] },
  { folder: 'src/backend', uses: ['src/backend', core] },
  { folder: 'src/dashboard', uses: [core], usesTypesOf: [endpoints] },
  { folder: 'src/site', uses: [core], usesTypesOf: [endpoints] },
  { folder: 'src/pages', uses: ['src/backend', core] },
  // The register of extensions and the middleware stand above everything.
  { folder: 'src', uses: ['src'] },
];

/** @param {string} path @param {string} folder */
const isIn = (path, folder) => path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}.`);

/** @param {string} path from the repository's top folder @returns {Layer | undefined} */
const layerOf = (path) =>
  layers.filter(({ folder }) => isIn(path, folder)).sort((a, b) => b.folder.length - a.folder.length)[0];

/**
 * Why one file may not import another, or `null` when it may.
 *
 * @param {string} from
 * @param {string} to
 * @param {boolean} typeOnly
 * @returns {string | null}
 */
export const forbiddenImport = (from, to, typeOnly) => {
  const layer = layerOf(from);
  if (layer === undefined || layerOf(to)?.folder === layer.folder) return null;
  // A test may build what its layer is handed, and shares fixtures with other tests; it ships with nothing.
  const isTest = /\.test\.tsx?$/.test(from);
  if (isTest && (isIn(to, 'test') || isIn(to, 'sim'))) return null;
  const isAllowed = (/** @type {string[]} */ folders) => folders.some((folder) => isIn(to, folder));
  if (isAllowed(layer.uses)) return null;
  if (!isAllowed(layer.usesTypesOf ?? [])) return `${layer.folder} may not import ${to}: imports point down only.`;
  return typeOnly || isTest ? null : `${layer.folder} may import only types from ${to}: use \`import type\`.`;
};

/** Which packages which files of the app may import. */

/** Astro is confined to these files, so that moving to Wix's next runtime touches nothing else. */
const astroFiles = [
  /\.extension\.ts$/,
  /^src\/extensions\.ts$/,
  /^src\/middleware\.ts$/,
  /^src\/env\.d\.ts$/,
  /^src\/pages\//,
  /^src\/dashboard\/api\/endpoint-url\.ts$/,
];
const isAstro = (/** @type {string} */ name) => /^(astro([:/]|$)|@astrojs\/|@wix\/astro)/.test(name);

const isWixSdk = (/** @type {string} */ name) => name.startsWith('@wix/') && !isAstro(name);
const wixSdkFolders = /^src\/backend\/(wix|events)\//;
/** Endpoint shells and the folders of the backend: what runs in the worker. */
const workerFolders = /^src\/(backend|pages)\//;

/** Everything `core` may use: pure, small, and the same on every machine. */
const corePackages = [/^@noble\/hashes(\/|$)/, /^htmlparser2$/, /^entities(\/|$)/];
const coreTypePackages = [/^domhandler$/];

/** @param {RegExp[]} patterns @param {string} text */
const matches = (patterns, text) => patterns.some((pattern) => pattern.test(text));

/**
 * Why a file may not import a package, or `null` when it may.
 *
 * @param {string} from the file, from the repository's top folder
 * @param {string} name the package as the import names it
 * @param {boolean} typeOnly
 * @returns {string | null}
 */
export const forbiddenPackage = (from, name, typeOnly) => {
  if (!from.startsWith('src/') || /\.test\.tsx?$/.test(from)) return null;
  if (isAstro(name) && !matches(astroFiles, from)) {
    return `Astro is confined to extension files, src/pages and the endpoint URL helper; ${from} may not import ${name}.`;
  }
  if (from.startsWith('src/core/')) {
    const isAllowed = matches(corePackages, name) || (typeOnly && matches(coreTypePackages, name));
    return isAllowed ? null : `src/core is pure: it may not import ${name}.`;
  }
  if (!isWixSdk(name) || !workerFolders.test(from) || wixSdkFolders.test(from)) return null;
  if (typeOnly && from.startsWith('src/backend/collections/')) return null;
  return `Only src/backend/wix and src/backend/events import Wix SDKs; ${from} may not import ${name}.`;
};

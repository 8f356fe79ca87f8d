import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Both quote their neighbours the same way, but only one of them waits for a tap. */
const STATIC = /(?:^|[;}\n])import\s*(?:[^"'()]*?from\s*)?["']\.\/([^"']+)["']/g;
const LAZY = /import\(["']\.\/([^"']+)["']\)/g;
/** The SDK's client, which Wix wraps around every custom element. */
const WRAPPER = /^(wrapCustomElement|wixClient)-/;

/** @param {string} file @param {RegExp} pattern */
const named = (file, pattern) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name = '']) => path.join(path.dirname(file), name));

/**
 * Every file that is loaded with `start`, itself included.
 *
 * @param {string} start @param {Set<string>} [found]
 * @returns {Set<string>}
 */
const graph = (start, found = new Set()) => {
  if (found.has(start)) return found;
  found.add(start);
  for (const file of named(start, STATIC)) graph(file, found);
  return found;
};

/**
 * The built files of one widget. Wix's loader (named after the extension's id) fetches the widget's own module; what
 * that one imports comes with it, and what it imports lazily comes later.
 *
 * @param {string} folder of the build @param {string} name of the widget's module
 */
export const widgetFiles = (folder, name) => {
  const start = readdirSync(folder).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (start === undefined) throw new Error(`Expected ${folder} to hold the built ${name}`);
  const all = [...graph(path.join(folder, start))];
  const ours = all.filter((file) => !WRAPPER.test(path.basename(file)));
  /** @param {string} lazy */
  const later = (lazy) => {
    const entry = all.flatMap((file) => named(file, LAZY)).find((file) => path.basename(file).startsWith(`${lazy}-`));
    if (entry === undefined) throw new Error(`Expected ${name} to load ${lazy} lazily`);
    return [...graph(entry)].filter((file) => !all.includes(file));
  };
  return { all, ours, later };
};

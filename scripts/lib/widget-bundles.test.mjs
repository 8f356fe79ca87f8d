import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { widgetFiles } from './widget-bundles.mjs';

/** @type {string} */
let folder;
/** @param {Record<string, string>} files */
const write = (files) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
};
/** @param {readonly string[]} files */
const names = (files) => files.map((file) => path.basename(file)).sort();

describe('the files of a built widget', () => {
  beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'bundles-')); });
  afterEach(() => { rmSync(folder, { recursive: true }); });

  it('are what it imports, near and far, without what waits for a tap and without Wix’s wrapper', () => {
    write({
      'gallery-a1.js': 'const m=()=>1;\nimport{e as t}from"./shared-b2.js";import"./wrapCustomElement-c3.js";const f=()=>import("./lightbox-d4.js");',
      'shared-b2.js': 'const x=1;import y from"./deep-e5.js";export{x as e};',
      'deep-e5.js': 'export default 1;',
      'wrapCustomElement-c3.js': '',
      'lightbox-d4.js': 'import{e}from"./shared-b2.js";import z from"./only-f6.js";',
      'only-f6.js': '',
      'other-g7.js': '',
    });
    const { all, ours, later } = widgetFiles(folder, 'gallery');
    expect(names(ours)).toEqual(['deep-e5.js', 'gallery-a1.js', 'shared-b2.js']);
    expect(names(all)).toContain('wrapCustomElement-c3.js');
    expect(names(later('lightbox'))).toEqual(['lightbox-d4.js', 'only-f6.js']);
  });

  it('must be there, and so must what is said to come later', () => {
    expect(() => widgetFiles(folder, 'gallery')).toThrow('built gallery');
    write({ 'gallery-a1.js': 'import"./lightbox-b2.js";', 'lightbox-b2.js': '' });
    expect(() => widgetFiles(folder, 'gallery').later('lightbox')).toThrow('lazily');
  });
});

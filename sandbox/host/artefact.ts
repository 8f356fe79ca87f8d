import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readManifest, type AppManifest } from './manifest';

/** The app as `wix build` left it. Nothing in it is changed. */
export interface Artefact {
  readonly distDir: string;
  readonly workerFile: string;
  readonly manifest: AppManifest;
}

export function readArtefact(repoDir: string): Artefact {
  const distDir = path.join(repoDir, 'dist');
  const workerFile = path.join(distDir, '_worker.js', 'index.mjs');
  if (!existsSync(workerFile)) throw new Error('The app is not built yet. Run "npm start", which builds it first.');
  return {
    distDir,
    workerFile,
    manifest: readManifest(readFileSync(path.join(distDir, '_wix', 'app-manifest.json'), 'utf8')),
  };
}

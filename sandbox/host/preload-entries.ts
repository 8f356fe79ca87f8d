import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const entriesShape = z.object({ entries: z.record(z.string(), z.custom<() => Promise<unknown>>((value) => typeof value === 'function')) });
const CHUNK = /^wix-backend-entries.*\.m?js$/u;

/**
 * Loads the built app's event handlers, one after the other, before the first event comes. Each registers itself with
 * whichever client is current while its module runs. In workerd a module loads without I/O, so nothing comes between
 * (seen with five first events at once); Node reads files meanwhile, and two first events at once would register with
 * each other's client and be lost for as long as the process lives.
 */
export async function preloadEntries(workerFile: string, load: (href: string) => Promise<unknown> = (href) => import(href)): Promise<void> {
  const chunksDir = path.join(path.dirname(workerFile), 'chunks');
  const chunk = readdirSync(chunksDir).find((name) => CHUNK.test(name));
  if (chunk === undefined) throw new Error(`Expected the build to hold its event handlers in ${chunksDir}, got no wix-backend-entries file`);
  const { entries } = entriesShape.parse(await load(pathToFileURL(path.join(chunksDir, chunk)).href));
  for (const entry of Object.values(entries)) await entry();
}

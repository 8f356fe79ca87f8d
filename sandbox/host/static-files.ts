import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.jpg': 'image/jpeg', '.webp': 'image/webp', '.woff2': 'font/woff2',
};

/** The server's half of a build is not for browsers. Neither is the manifest: Wix does not deploy it. */
const PRIVATE = /^(_worker\.js|_wix)(\/|$)/u;

/** A file of the build that Wix would serve, or `null`. */
export function staticFile(distDir: string, pathname: string): Response | null {
  const file = fileFor(distDir, pathname);
  if (file === null) return null;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) return null;
  // Node's web stream type and the browser's differ in name only.
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream;
  const headers = {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-length': String(stats.size),
    'cache-control': 'no-cache',
    // Site pages load widgets from the app's own origin.
    'access-control-allow-origin': '*',
  };
  return new Response(body, { headers });
}

function fileFor(distDir: string, pathname: string): string | null {
  let relative: string;
  try {
    relative = path.posix.normalize(decodeURIComponent(pathname)).replace(/^\/+/u, '');
  } catch {
    return null;
  }
  if (relative.includes('\0') || relative.startsWith('..') || PRIVATE.test(relative)) return null;
  return path.join(distDir, relative);
}

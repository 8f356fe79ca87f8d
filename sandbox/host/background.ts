import { register } from 'node:module';

const SLOT = 'sandbox.waitUntil';

/**
 * Gives `import('cloudflare:workers')` an answer in Node: a `waitUntil` that hands the promise to whoever tracks
 * background work here. It is resolved by a loader hook, so the built app is left as it is.
 */
export function provideWaitUntil(track: (work: Promise<unknown>) => void): void {
  Reflect.set(globalThis, Symbol.for(SLOT), track);
  const shim = dataUrl(`export const env = {}; export const waitUntil = (work) => globalThis[Symbol.for('${SLOT}')](work);`);
  register(dataUrl(`export const resolve = (name, context, next) =>
    name === 'cloudflare:workers' ? { url: ${JSON.stringify(shim)}, shortCircuit: true } : next(name, context);`));
}

function dataUrl(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

/** Work that goes on after its answer has left. */
export class BackgroundWork {
  readonly #running = new Set<Promise<unknown>>();

  track(work: Promise<unknown>): void {
    const settled = work.catch((error: unknown) => {
      console.error('Background work failed:', error instanceof Error ? error.message : 'unknown');
    });
    this.#running.add(settled);
    void settled.then(() => this.#running.delete(settled));
  }

  get size(): number {
    return this.#running.size;
  }

  /** Resolves when nothing is left running, including what started meanwhile. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}

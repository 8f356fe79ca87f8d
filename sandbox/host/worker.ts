import { AsyncResource } from 'node:async_hooks';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { BackgroundWork } from './background';
import { runInvocation } from './invocation';
import { preloadEntries } from './preload-entries';
import type { RequestLog } from './request-log';

export interface WorkerEnv {
  readonly WIX_CLIENT_ID: string;
  readonly WIX_CLIENT_SECRET: string;
  /** PEM; what the app checks event signatures with. */
  readonly WIX_CLIENT_PUBLIC_KEY: string;
  readonly WIX_CLIENT_INSTANCE_ID: string;
  readonly RELAY_APP_KEY: string;
}

interface Context {
  waitUntil(work: Promise<unknown>): void;
  passThroughOnException(): void;
}

type WorkerFetch = (request: Request, env: WorkerEnv, context: Context) => Promise<Response>;

const workerShape = z.object({ default: z.object({ fetch: z.custom<WorkerFetch>((value) => typeof value === 'function') }) });

export interface Worker {
  fetch(request: Request): Promise<Response>;
}

export interface WorkerParts {
  readonly env: WorkerEnv;
  readonly log: RequestLog;
  readonly background: BackgroundWork;
}

/**
 * Made while nothing runs. A delivery is often set off in the middle of an invocation and would inherit all that it
 * carries along, which on Wix's hosting it does not.
 */
const outside = new AsyncResource('sandbox.outside');

/** Loads the built app once and runs each request to it as an invocation of its own. */
export async function loadWorker(file: string, { env, log, background }: WorkerParts): Promise<Worker> {
  const module: unknown = await import(pathToFileURL(file).href);
  const worker = workerShape.parse(module).default;
  await preloadEntries(file);
  const context: Context = {
    waitUntil(work) {
      background.track(work);
    },
    passThroughOnException() {
      // Here is no origin behind the worker to pass through to.
    },
  };
  return {
    async fetch(request) {
      const { pathname } = new URL(request.url);
      const invocation = log.openInvocation(request.method, pathname);
      const response = await outside.runInAsyncScope(() => runInvocation(invocation, () => worker.fetch(request, env, context)));
      invocation.status = response.status;
      invocation.durationMs = Date.now() - invocation.startedAtMs;
      return response;
    },
  };
}

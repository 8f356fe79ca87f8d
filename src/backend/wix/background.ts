import { z } from 'zod';
import { isSyncError } from '../../core/sync-error';

/** In a variable: bundlers would try to resolve it, and it exists on the platform only. */
const PLATFORM_MODULE = 'cloudflare:workers';

const shape = z.object({ waitUntil: z.custom<(work: Promise<unknown>) => void>((value) => typeof value === 'function') });

/** Lets work go on after the answer where the platform can; awaits it where it cannot. Never throws. */
export async function inBackground(work: () => Promise<void>): Promise<void> {
  const waitUntil = await platformWaitUntil();
  const done = quietly(work);
  if (waitUntil === null) await done;
  else waitUntil(done);
}

async function platformWaitUntil(): Promise<((work: Promise<unknown>) => void) | null> {
  try {
    const module: unknown = await import(/* @vite-ignore */ PLATFORM_MODULE);
    return shape.safeParse(module).data?.waitUntil ?? null;
  } catch {
    return null;
  }
}

async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error('BACKGROUND_WORK_FAILED', isSyncError(error) ? error.message : 'UNEXPECTED');
  }
}

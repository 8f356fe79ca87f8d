import { spawn, type ChildProcess } from 'node:child_process';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly sandbox: { readonly program: string; readonly keptDir: string };
  }
}

const READY = /^Ready on (http:\/\/127\.0\.0\.1:\d+)$/mu;
const START_TIMEOUT_MS = 60_000;

export interface SandboxProcess {
  readonly url: string;
  readonly end: (signal: 'SIGINT' | 'SIGKILL') => Promise<void>;
}

export class PortTaken extends Error {}

/** Runs the real sandbox in a process of its own, with the app as `wix build` left it; answers once it can be reached. */
export async function runSandbox(args: readonly string[]): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [inject('sandbox').program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  // A suite that crashes must not leave its sandbox behind.
  const cleanUp = (): void => { child.kill('SIGKILL'); };
  process.once('exit', cleanUp);
  child.once('close', () => process.off('exit', cleanUp));
  const url = await ready(child);
  return {
    url,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const closed = new Promise<void>((resolve) => child.once('close', () => { resolve(); }));
      child.kill(signal);
      await closed;
    },
  };
}

function ready(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The sandbox was not ready within ${String(START_TIMEOUT_MS)} ms. It said:\n${said}`));
    }, START_TIMEOUT_MS);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = READY.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('close', (code) => {
      clearTimeout(timer);
      reject(/^Port \d+ is in use/mu.test(said) ? new PortTaken(said) : new Error(`The sandbox ended with code ${String(code)}. It said:\n${said}`));
    });
  });
}

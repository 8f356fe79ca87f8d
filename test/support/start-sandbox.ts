import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SandboxClient } from './sandbox-client';

const REPO_DIR = fileURLToPath(new URL('../../', import.meta.url));
const READY = /^Ready on (http:\/\/127\.0\.0\.1:\d+)$/mu;
const START_TIMEOUT_MS = 60_000;

export interface SandboxStart {
  /** No seed, nothing connected. */
  readonly empty?: boolean;
  /** Both shops full, the store not connected. */
  readonly byHand?: boolean;
  /** Further products in both shops. */
  readonly moreProducts?: number;
  readonly switches?: Readonly<Record<string, unknown>>;
  /** A state directory of an earlier start, to go on with. */
  readonly stateDir?: string;
  /** The port of an earlier start: the app's webhooks name it. */
  readonly port?: number;
}

export interface RunningSandbox extends SandboxClient {
  readonly stateDir: string;
  readonly port: number;
  /** Stops it the way Ctrl-C does and removes its state. */
  stop(): Promise<void>;
  /** Ends it without a chance to tidy up; its state stays for the next start. */
  kill9(): Promise<void>;
}

/** Runs the real sandbox in a process of its own, with the app as `wix build` left it. */
export async function startSandbox({ empty = false, byHand = false, moreProducts = 0, switches = {}, stateDir, port = 0 }: SandboxStart = {}): Promise<RunningSandbox> {
  const dir = stateDir ?? mkdtempSync(path.join(os.tmpdir(), 'relay-sandbox-'));
  const args = ['--import', 'tsx', 'sandbox/main.ts', '--port', String(port), '--state', dir, '--switches', JSON.stringify(switches)];
  const child = spawn(process.execPath, [...args, ...(empty ? ['--empty'] : []), ...(byHand ? ['--by-hand'] : []), '--more-products', String(moreProducts)], { cwd: REPO_DIR, stdio: ['ignore', 'pipe', 'pipe'] });
  // A suite that crashes must not leave its sandbox behind.
  const cleanUp = (): void => { child.kill('SIGKILL'); };
  process.once('exit', cleanUp);
  child.once('close', () => process.off('exit', cleanUp));
  const url = await ready(child);
  const end = async (signal: 'SIGINT' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = new Promise<void>((resolve) => child.once('close', () => { resolve(); }));
    child.kill(signal);
    await closed;
  };
  return Object.assign(new SandboxClient(url), {
    stateDir: dir,
    port: Number(new URL(url).port),
    async stop() {
      await end('SIGINT');
      rmSync(dir, { recursive: true, force: true });
    },
    kill9: () => end('SIGKILL'),
  });
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
      reject(new Error(`The sandbox ended with code ${String(code)}. It said:\n${said}`));
    });
  });
}

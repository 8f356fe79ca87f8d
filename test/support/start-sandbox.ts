import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { SandboxClient } from './sandbox-client';
import { PortTaken, runSandbox } from './sandbox-process';

export interface SandboxStart {
  /** No seed, nothing connected. */
  readonly empty?: boolean;
  /** Both shops full, the store not connected. */
  readonly byHand?: boolean;
  /** After a first walk over everything, in step. Its invocations are not on record. */
  readonly walked?: boolean;
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

/** The sandbox in a process of its own. Shops that many files begin with are filled once and copied. */
export async function startSandbox(start: SandboxStart = {}): Promise<RunningSandbox> {
  if (start.stateDir !== undefined) return begin(start, start.stateDir);
  const kind = kindOf(start);
  return (kind === null ? null : await beginWithCopy(start, kind)) ?? beginAnew(start);
}

/** What many files begin with: full shops without a quota, or shops without anything. `null`: this start is somebody's own. */
function kindOf({ empty = false, byHand = false, walked = false, moreProducts = 0, switches = {}, port = 0 }: SandboxStart): string | null {
  if (JSON.stringify(switches) !== '{"quota":"off"}' || moreProducts > 0 || port > 0) return null;
  if (walked) return 'walked';
  return empty ? 'empty' : byHand ? 'by-hand' : 'connected';
}

/** `null`: the copied shops name a port in their webhooks, and that one is taken. */
async function beginWithCopy(start: SandboxStart, kind: string): Promise<RunningSandbox | null> {
  // Of those who test beside each other each keeps its own: a copy goes to the port it was made at, and no two can have that.
  const kept = path.join(inject('sandbox').keptDir, process.env['VITEST_POOL_ID'] ?? '1', kind);
  if (!existsSync(kept)) await keep(start, kept);
  const dir = newStateDir();
  cpSync(kept, dir, { recursive: true });
  try {
    return await begin({ ...start, port: Number(readFileSync(path.join(dir, 'port'), 'utf8')) }, dir);
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    if (error instanceof PortTaken) return null;
    throw error;
  }
}

/** Stopped before it is copied, so that nothing is half written. */
async function keep(start: SandboxStart, kept: string): Promise<void> {
  const sandbox = await beginAnew(start);
  const copy = `${kept}.${String(process.pid)}`;
  mkdirSync(path.dirname(kept), { recursive: true });
  await sandbox.kill9();
  cpSync(sandbox.stateDir, copy, { recursive: true });
  writeFileSync(path.join(copy, 'port'), String(sandbox.port));
  renameSync(copy, kept);
  await sandbox.stop();
}

async function beginAnew(start: SandboxStart): Promise<RunningSandbox> {
  const sandbox = await begin(start, newStateDir());
  if (start.walked !== true) return sandbox;
  try {
    await sandbox.backfill();
    await sandbox.settle();
    return sandbox;
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
}

function newStateDir(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'relay-sandbox-'));
}

async function begin({ empty = false, byHand = false, moreProducts = 0, switches = {}, port = 0 }: SandboxStart, dir: string): Promise<RunningSandbox> {
  const args = ['--port', String(port), '--state', dir, '--switches', JSON.stringify(switches), '--more-products', String(moreProducts)];
  const { url, end } = await runSandbox([...args, ...(empty ? ['--empty'] : []), ...(byHand ? ['--by-hand'] : [])]);
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

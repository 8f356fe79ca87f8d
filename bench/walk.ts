import { tickBackfill } from '../src/backend/sync/backfill';
import { startBackfill, startSweep } from '../src/backend/sync/run';
import type { RunPhase, RunRow } from '../src/backend/sync/tables';
import { BenchWorld } from './bench-world';
import { bigShop, matchedLinks } from './big-shop';

export interface WalkFigures {
  readonly wixCallsPer100: number;
  /** Without our own rows. */
  readonly wixOnlyPer100: number;
  readonly storeCallsPer100: number;
  readonly bytesPer100: number;
  readonly ticks: number;
  readonly cpuMsPerTick: number;
  /** The most that one tick held at once, in MB; the shops and rows around it are not the tick's. */
  readonly tickMb: number;
  readonly invocationMax: number;
}

const STARTS = { backfill: startBackfill, sweep: startSweep } as const;

/** Ticks of each phase whose memory is looked at; a look costs a collection of all garbage at each call. */
const LOOKS = 5;

/** A run over `count` reviews that are linked already: what checking that nothing changed costs. */
export async function benchWalk(kind: keyof typeof STARTS, count: number): Promise<WalkFigures> {
  const shop = bigShop(count);
  const bench = new BenchWorld(shop);
  bench.addLinks(matchedLinks(shop));
  await bench.invoke(async (_, open) => {
    await STARTS[kind](await open());
  });
  bench.meter.read();
  const { ticks, tickBytes } = await tickToTheEnd(bench);
  const cost = bench.meter.read();
  // The connection is read by the entrance, outside the metered ports: one row a tick.
  const dataCalls = cost.dataCalls + ticks;
  const hundreds = count / 100;
  return {
    wixCallsPer100: round((cost.wixCalls + dataCalls) / hundreds),
    wixOnlyPer100: round(cost.wixCalls / hundreds),
    storeCallsPer100: round(cost.storeCalls / hundreds),
    bytesPer100: Math.round(cost.bytes / hundreds),
    ticks,
    cpuMsPerTick: round(cost.cpuMs / ticks),
    tickMb: round(tickBytes / 1_048_576),
    invocationMax: bench.mostCalls,
  };
}

async function tickToTheEnd(bench: BenchWorld): Promise<{ ticks: number; tickBytes: number }> {
  const looks = new Map<RunPhase, number[]>();
  let phase: RunPhase = 'wix';
  for (let ticks = 1; ; ticks += 1) {
    let state: RunRow['state'] | undefined;
    const tick = (): Promise<number> => bench.invoke(async (_, open) => {
      const run = await tickBackfill(await open());
      state = run?.state;
      phase = run?.phase ?? phase;
    });
    const looked = looks.get(phase) ?? [];
    looks.set(phase, looked);
    if (looked.length < LOOKS) looked.push(await bench.meter.highWater(tick));
    else await tick();
    if (state !== undefined && state !== 'running') return { ticks, tickBytes: Math.max(...[...looks.values()].map(middle)) };
  }
}

/** What is compiled or grown once, and stays, falls into one tick or another: the middle one is free of it. */
function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

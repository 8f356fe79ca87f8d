import { tickBackfill } from '../src/backend/sync/backfill';
import { startBackfill } from '../src/backend/sync/run';
import type { RunRow } from '../src/backend/sync/tables';
import { BenchWorld } from './bench-world';
import { bigShop, matchedLinks } from './big-shop';

type RunState = RunRow['state'];

export interface BackfillFigures {
  readonly wixCallsPer100: number;
  /** Without our own rows. */
  readonly wixOnlyPer100: number;
  readonly storeCallsPer100: number;
  readonly bytesPer100: number;
  readonly ticks: number;
  readonly cpuMsPerTick: number;
  readonly heapMb: number;
  readonly invocationMax: number;
}

/** A run over `count` reviews that are linked already: what checking that nothing changed costs. */
export async function benchMatchedBackfill(count: number): Promise<BackfillFigures> {
  const shop = bigShop(count);
  const bench = new BenchWorld(shop);
  bench.addLinks(matchedLinks(shop));
  await bench.invoke(async (_, open) => {
    await startBackfill(await open());
  });
  bench.meter.read();
  const ticks = await tickToTheEnd(bench);
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
    heapMb: Math.round(cost.heapMb),
    invocationMax: bench.mostCalls,
  };
}

async function tickToTheEnd(bench: BenchWorld): Promise<number> {
  for (let ticks = 1; ; ticks += 1) {
    const states: (RunState | undefined)[] = [];
    await bench.invoke(async (_, open) => {
      const run = await tickBackfill(await open());
      states.push(run?.state);
    });
    if (states[0] !== undefined && states[0] !== 'running') return ticks;
  }
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

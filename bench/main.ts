import { parseArgs } from 'node:util';
import { benchEvents } from './events';
import { benchNaiveWalk } from './naive';
import { benchWalk, round, type WalkFigures } from './walk';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const SIZES = [1_000, 10_000, 100_000] as const;

// What the first walk compiles would be counted as its memory.
for (const kind of ['backfill', 'sweep'] as const) await benchWalk(kind, 1_000);
const backfills = await walks('backfill');
const sweeps = await walks('sweep');
const naive = await benchNaiveWalk(1_000);
report('The documented flow, review by review', `${naive} Wix calls per 100`);
const events = await benchEvents();
report('Calls of one event', `create ${events.create}, echo ${events.echo}, edit ${events.update}; store hint: create ${events.hintCreate}, echo ${events.hintEcho}`);

const flat = {
  'backfill.wixCallsPer100': most(backfills, 'wixCallsPer100'),
  'backfill.wixOnlyPer100': most(backfills, 'wixOnlyPer100'),
  'backfill.storeCallsPer100': most(backfills, 'storeCallsPer100'),
  'backfill.bytesPer100': backfills.at(-1)?.bytesPer100 ?? 0,
  'backfill.growth': growth(backfills, 'wixCallsPer100'),
  'backfill.cpuMsPerTick': most(backfills, 'cpuMsPerTick'),
  'sweep.wixCallsPer100': most(sweeps, 'wixCallsPer100'),
  'sweep.wixOnlyPer100': most(sweeps, 'wixOnlyPer100'),
  'sweep.storeCallsPer100': most(sweeps, 'storeCallsPer100'),
  'sweep.bytesPer100': sweeps.at(-1)?.bytesPer100 ?? 0,
  'sweep.growth': growth(sweeps, 'wixCallsPer100'),
  'sweep.cpuMsPerTick': most(sweeps, 'cpuMsPerTick'),
  'memory.tickMb': Math.max(most(backfills, 'tickMb'), most(sweeps, 'tickMb')),
  'memory.growth': Math.max(growth(backfills, 'tickMb'), growth(sweeps, 'tickMb')),
  'naive.wixCallsPer100': naive,
  'event.create': events.create,
  'event.echo': events.echo,
  'event.update': events.update,
  'event.cpuMs': events.cpuMs,
  'hint.create': events.hintCreate,
  'hint.echo': events.hintEcho,
  'invocation.max': Math.max(events.invocationMax, most(backfills, 'invocationMax'), most(sweeps, 'invocationMax')),
};
console.log(JSON.stringify({ ...flat, ...nested(flat) }));

async function walks(kind: 'backfill' | 'sweep'): Promise<readonly WalkFigures[]> {
  const runs: WalkFigures[] = [];
  for (const size of SIZES) {
    const figures = await benchWalk(kind, size);
    runs.push(figures);
    report(`A ${kind} of ${size.toLocaleString('en')} linked reviews`, `${figures.wixCallsPer100} Wix calls per 100 (${figures.wixOnlyPer100} without our rows), ${figures.storeCallsPer100} store calls, ${figures.cpuMsPerTick} CPU ms and ${figures.tickMb} MB a tick`);
  }
  return runs;
}

function most(runs: readonly WalkFigures[], figure: keyof WalkFigures): number {
  return Math.max(...runs.map((run) => run[figure]));
}

/** How much more the costliest size takes than the smallest. */
function growth(runs: readonly WalkFigures[], figure: keyof WalkFigures): number {
  return round(most(runs, figure) / (runs[0]?.[figure] ?? Number.NaN));
}

/** The same figures as a tree (`backfill.growth` also as `backfill: { growth }`), for readers that prefer one. */
function nested(figures: Readonly<Record<string, number>>): Record<string, Record<string, number>> {
  const tree: Record<string, Record<string, number>> = {};
  for (const [key, value] of Object.entries(figures)) {
    const [group = key, name = key] = key.split('.');
    tree[group] = { ...tree[group], [name]: value };
  }
  return tree;
}

function report(what: string, result: string): void {
  if (!values.json) console.log(`${what}: ${result}`);
}

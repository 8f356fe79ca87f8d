import { parseArgs } from 'node:util';
import { benchMatchedBackfill, round } from './backfill';
import { benchEvents } from './events';
import { benchNaiveWalk } from './naive';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const SIZES = [1_000, 10_000, 100_000] as const;

const runs = [];
for (const size of SIZES) {
  const figures = await benchMatchedBackfill(size);
  runs.push(figures);
  report(`Backfill of ${size.toLocaleString('en')} linked reviews`, `${figures.wixCallsPer100} Wix calls per 100 (${figures.wixOnlyPer100} without our rows), ${figures.storeCallsPer100} store calls, ${figures.cpuMsPerTick} CPU ms a tick, heap ${figures.heapMb} MB`);
}
const [small, , large] = runs;
const naive = await benchNaiveWalk(1_000);
report('The documented flow, review by review', `${naive} Wix calls per 100`);
const events = await benchEvents();
report('Calls of one event', `create ${events.create}, echo ${events.echo}, edit ${events.update}; store hint: create ${events.hintCreate}, echo ${events.hintEcho}`);

const growth = small === undefined || large === undefined ? Number.NaN : round(Math.max(...runs.map((run) => run.wixCallsPer100)) / small.wixCallsPer100);
const flat = {
  'backfill.wixCallsPer100': Math.max(...runs.map((run) => run.wixCallsPer100)),
  'backfill.wixOnlyPer100': Math.max(...runs.map((run) => run.wixOnlyPer100)),
  'backfill.storeCallsPer100': Math.max(...runs.map((run) => run.storeCallsPer100)),
  'backfill.bytesPer100': large?.bytesPer100 ?? 0,
  'backfill.growth': growth,
  'backfill.cpuMsPerTick': Math.max(...runs.map((run) => run.cpuMsPerTick)),
  'naive.wixCallsPer100': naive,
  'event.create': events.create,
  'event.echo': events.echo,
  'event.update': events.update,
  'event.cpuMs': events.cpuMs,
  'hint.create': events.hintCreate,
  'hint.echo': events.hintEcho,
  'invocation.max': Math.max(events.invocationMax, ...runs.map((run) => run.invocationMax)),
};
console.log(JSON.stringify({ ...flat, ...nested(flat) }));

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

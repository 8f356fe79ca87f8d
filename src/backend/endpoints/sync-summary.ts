import { runRowId } from '../../core/link-id';
import { isStoreDown } from '../../core/store-probe';
import { countOutcomes } from '../sync/count-outcomes';
import { isDuplicate } from '../sync/site-origin';
import type { SiteSession } from '../sync/session';
import type { ConnectionRow, LinkRow, LinkState, RunRow } from '../sync/tables';
import type { ConnectionSummary, ProductCounts, RunSummary, StateCounts, StatusAnswer, StoreDown, SyncSummary } from './api-types';
import { currentConnection } from '../sync/current-connection';
import { alertTroublesOf } from './alert-troubles-of';
import { explain } from './explain';
import { linkItem } from './link-item';
import { summariseRun } from './run-summary';

const EVENTS = 20;

/**
 * How the site's sync stands, for a page that looks again every few seconds: 3 calls while nothing happened since
 * `version`, otherwise 15; 2 when no store is connected. Every call counts against the site's quota, which the sync itself
 * needs.
 */
export async function summariseSince(site: SiteSession, version: string | null): Promise<StatusAnswer> {
  const connection = await currentConnection(site);
  if (connection === null) return { kind: 'disconnected', copied: await isDuplicate(site) };
  const pulse = await readPulse(site);
  const current = versionOf(connection, pulse);
  return version === current ? { kind: 'unchanged', version: current, run: runOf(pulse) } : summariseConnected(site, connection, pulse);
}

export function summariseConnection(row: ConnectionRow): ConnectionSummary {
  const { storeName, storeUrl, webhookStatus, paused, connectedAt } = row;
  return { storeName, storeUrl, webhookStatus, paused, connectedAt, down: downOf(row), alertTroubles: alertTroublesOf(row) };
}

function downOf({ storeFailures, storeDownSinceMs, storeDownCode, connectedAt }: ConnectionRow): StoreDown | null {
  if (!isStoreDown(storeFailures)) return null;
  return { sinceMs: storeDownSinceMs ?? Date.parse(connectedAt), cause: explain(storeDownCode ?? 'STORE_UNREACHABLE').sentence };
}

interface Pulse {
  readonly run: RunRow | null;
  readonly latest: readonly LinkRow[];
}

async function readPulse({ rows, instanceId }: SiteSession): Promise<Pulse> {
  const [run, latest] = await Promise.all([
    rows.get('runs', runRowId(instanceId)),
    rows.find('links', { where: {}, sort: { by: 'lastAtMs', descending: true }, limit: EVENTS }),
  ]);
  return { run, latest: latest.rows };
}

/** A run's numbers come along with every answer, so that its progress does not make all else be counted again. */
function runOf({ run }: Pulse): RunSummary | null {
  return run === null ? null : summariseRun(run);
}

function versionOf(connection: ConnectionRow, { run, latest }: Pulse): string {
  // A walk changes rows all the time, and reports by itself; counting after each of its steps would take its calls.
  const newest = run?.state === 'running' ? undefined : latest[0];
  const { nonce, paused, webhookStatus, storeDownCode, alertTroubles } = connection;
  const store = downOf(connection) === null ? 'up' : storeDownCode;
  const parts = [nonce.slice(0, 8), paused ? 'paused' : 'on', webhookStatus, store, run?.state ?? '-', run?.phase ?? '-', newest?._id ?? '-', newest?.lastAtMs ?? 0, ...Object.keys(alertTroubles ?? {})];
  return parts.join('.');
}

async function summariseConnected(site: SiteSession, connection: ConnectionRow, pulse: Pulse): Promise<SyncSummary> {
  const [counts, outcomes, products] = await Promise.all([countStates(site), countOutcomes(site, { state: { not: 'gone' } }), countProducts(site)]);
  return {
    kind: 'connected',
    version: versionOf(connection, pulse),
    connection: summariseConnection(connection),
    counts,
    outcomes,
    products,
    run: runOf(pulse),
    events: pulse.latest.map((link) => linkItem(link)),
    checkedAtMs: site.clock.nowMs(),
  };
}

async function countStates({ rows }: SiteSession): Promise<StateCounts> {
  const count = (state: LinkState): Promise<number> => rows.count('links', { state });
  const [inStep, waiting, skipped, unmatched, blocked, gone] = await Promise.all([
    count('in-step'), count('waiting'), count('skipped'), count('unmatched'), count('blocked'), count('gone'),
  ]);
  return { 'in-step': inStep, waiting, skipped, unmatched, blocked, gone };
}

async function countProducts({ rows }: SiteSession): Promise<ProductCounts> {
  const [accepted, suggested, left] = await Promise.all([
    rows.count('products', { choice: 'accepted' }),
    rows.count('products', { choice: 'suggested' }),
    rows.count('products', { choice: 'left' }),
  ]);
  return { accepted, suggested, left };
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { brandId, type InstanceId, type LinkId } from '../../core/ids';
import { DEFAULT_POLICY } from '../../core/default-policy';
import { postBackfill } from './backfill';
import { postConnect } from './connect';
import { DASHBOARD_CALLS } from './call-limits';
import { listConflicts } from './conflicts';
import { postDisconnect } from './disconnect';
import { postForgetStore } from './forget-store';
import type { EndpointDeps, Handler } from './endpoint';
import { postBulk } from './inbox/bulk';
import { getCount } from './inbox/count';
import { getItem } from './inbox/item';
import { listItems } from './inbox/items';
import { getNames } from './inbox/names';
import { findProducts } from './inbox/products';
import { postReply } from './inbox/reply';
import { getSettings, postSettings } from './inbox/settings';
import { getSummary } from './inbox/summary';
import { postTestAlert } from './inbox/test-alert';
import { postUndo } from './inbox/undo';
import { postVerdict } from './inbox/verdict';
import { listLinks } from './links';
import { postMatch } from './match';
import { postPause } from './pause';
import { listProducts } from './products';
import { postRemoveCopies } from './remove-copies';
import { postConflicts } from './resolve-conflicts';
import { postRetry } from './retry';
import { postRollback } from './rollback';
import { listRuns } from './runs';
import { getScheduler } from './scheduler';
import { getComparison } from './setup/comparison';
import { postDecide } from './setup/decide';
import { getFields, postFields } from './setup/fields';
import { getPeople } from './setup/people';
import { getPreview, listPreviewRows, postPreview, postPreviewTick } from './setup/preview';
import { getPreviewAge } from './setup/preview-age';
import { listSetupProducts } from './setup/products';
import { getReplies, postReplies } from './setup/replies';
import { getSetupStatus } from './setup/status';
import { postTest } from './setup/test-permissions';
import { searchWixProducts } from './setup/wix-products';
import { getStatus } from './status';
import { attentionRow } from './testing/attention-row';
import { wixReview } from './testing/fake-reviews';
import { ask, connectionRow, fixture, NOW_MS, OTHER_SITE, SITE } from './testing/fixture';
import { linkRow } from './testing/link-row';
import { postTick } from './tick';
import { getTimeline } from './timeline';
import { postProbe } from './probe';
import { postWebhook } from './webhook';

const SHELLS_DIR = fileURLToPath(new URL('../../pages/api/', import.meta.url));

interface Case {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly handler: Handler;
  readonly body?: unknown;
  /** What its own user is answered on a site with a store; 200 unless told. */
  readonly answers?: number;
}

const KEYS = { url: 'https://shop.example', key: 'ck_1', secret: 'cs_1' };

const CASES: readonly Case[] = [
  { path: 'sync/status', method: 'GET', handler: getStatus },
  { path: 'sync/links', method: 'GET', handler: listLinks },
  { path: 'sync/products', method: 'GET', handler: listProducts },
  { path: 'sync/scheduler', method: 'GET', handler: getScheduler },
  { path: 'sync/connect', method: 'POST', handler: postConnect, body: KEYS },
  { path: 'sync/disconnect', method: 'POST', handler: postDisconnect },
  { path: 'sync/forget-store', method: 'POST', handler: postForgetStore, body: {}, answers: 400 },
  { path: 'sync/match', method: 'POST', handler: postMatch, body: {} },
  { path: 'sync/backfill', method: 'POST', handler: postBackfill, body: { action: 'start' } },
  { path: 'sync/tick', method: 'POST', handler: postTick },
  { path: 'sync/pause', method: 'POST', handler: postPause, body: { paused: true } },
  { path: 'sync/webhook', method: 'POST', handler: postWebhook },
  { path: 'sync/probe', method: 'POST', handler: postProbe },
  { path: 'sync/retry', method: 'POST', handler: postRetry, body: { id: 'a' } },
  { path: 'sync/runs', method: 'GET', handler: listRuns },
  { path: 'sync/rollback', method: 'POST', handler: postRollback, body: { startedAtMs: NOW_MS } },
  { path: 'sync/remove-copies', method: 'POST', handler: postRemoveCopies, body: { copies: 3 } },
  { path: 'sync/conflicts', method: 'GET', handler: listConflicts },
  { path: 'sync/conflicts', method: 'POST', handler: postConflicts, body: { ids: ['a'], pick: 'kept' } },
  { path: 'sync/timeline?id=a', method: 'GET', handler: getTimeline },
  { path: 'setup/status', method: 'GET', handler: getSetupStatus },
  { path: 'setup/test', method: 'POST', handler: postTest },
  { path: 'setup/products?view=open', method: 'GET', handler: listSetupProducts },
  { path: 'setup/wix-products', method: 'GET', handler: searchWixProducts },
  { path: 'setup/decide', method: 'POST', handler: postDecide, body: { action: 'leave-open' } },
  { path: 'setup/people', method: 'GET', handler: getPeople },
  { path: 'setup/fields', method: 'GET', handler: getFields },
  { path: 'setup/fields', method: 'POST', handler: postFields, body: DEFAULT_POLICY },
  { path: 'setup/replies', method: 'GET', handler: getReplies },
  { path: 'setup/replies', method: 'POST', handler: postReplies, body: { action: 'remove' } },
  { path: 'setup/preview', method: 'GET', handler: getPreview },
  { path: 'setup/preview', method: 'POST', handler: postPreview, body: { action: 'start' } },
  { path: 'setup/preview-tick', method: 'POST', handler: postPreviewTick },
  { path: 'setup/preview-rows?group=same', method: 'GET', handler: listPreviewRows },
  { path: 'setup/preview-age', method: 'GET', handler: getPreviewAge },
  { path: 'setup/comparison', method: 'GET', handler: getComparison },
  { path: 'inbox/items', method: 'GET', handler: listItems },
  { path: 'inbox/item?id=a', method: 'GET', handler: getItem },
  { path: 'inbox/names?products=w1', method: 'GET', handler: getNames },
  { path: 'inbox/products', method: 'GET', handler: findProducts },
  { path: 'inbox/count', method: 'GET', handler: getCount },
  { path: 'inbox/summary', method: 'GET', handler: getSummary },
  { path: 'inbox/settings', method: 'GET', handler: getSettings },
  { path: 'inbox/settings', method: 'POST', handler: postSettings, body: {} },
  { path: 'inbox/verdict', method: 'POST', handler: postVerdict, body: { items: [{ id: 'a', revision: 'r' }], verdict: { kind: 'dismiss' } } },
  { path: 'inbox/bulk', method: 'POST', handler: postBulk, body: { filter: {}, verdict: { kind: 'dismiss' } } },
  { path: 'inbox/undo', method: 'POST', handler: postUndo, body: { ids: ['a'] } },
  { path: 'inbox/reply', method: 'POST', handler: postReply, body: { id: 'a', message: 'Sorry', seen: null } },
  { path: 'inbox/test-alert', method: 'POST', handler: postTestAlert },
];

const STRANGERS = [
  { as: '', status: 401, code: 'TOKEN_INVALID' },
  { as: 'made-up', status: 401, code: 'TOKEN_INVALID' },
  { as: 'visitor', status: 403, code: 'NOT_ALLOWED' },
  { as: 'member', status: 403, code: 'NOT_ALLOWED' },
  { as: 'other-app', status: 403, code: 'NOT_ALLOWED' },
];

describe.each(CASES)('$method $path', ({ path, method, handler, body, answers }) => {
  it.each(STRANGERS)('answers a coded $status to "$as" before it reads a row or calls anybody', async ({ as, status, code }) => {
    const live = fixture();
    const response = await handler(ask(path, { method, as, ...(body === undefined ? {} : { body }) }), live.deps, {});
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code, sentence: expect.any(String), action: expect.any(String) } });
    expect(live.budgets).toEqual([]);
    expect(live.openedWith).toEqual([]);
  });

  it('answers another method with a coded 405', async () => {
    const response = await handler(ask(path, { method: 'PUT', body: {} }), fixture().deps, {});
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(method);
    expect(await response.json()).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'method', got: 'PUT', expected: method } });
  });

  it("never shows or changes another site's rows, whatever the request says", async () => {
    const live = fixture();
    connectionRow(live, { instanceId: OTHER_SITE, storeName: 'Rival', nonce: 'rival-nonce' });
    const before = JSON.stringify(live.tables.all('connections').filter((row) => row.instanceId === OTHER_SITE));
    const response = await handler(ask(path, { method, ...(body === undefined ? {} : { body }) }), live.deps, {});
    const text = await response.text();
    expect(text).not.toContain('Rival');
    expect(JSON.stringify(live.tables.all('connections').filter((row) => row.instanceId === OTHER_SITE))).toBe(before);
  });

  it('leaves the platform the calls it makes itself', async () => {
    const live = fixture();
    connectionRow(live);
    live.tables.put('attention', attentionRow('a'));
    live.tables.put('links', linkRow({ _id: brandId<LinkId>('a') }));
    live.wixReviews.set('r-a', wixReview('r-a'));
    const response = await handler(ask(path, { method, ...(body === undefined ? {} : { body }) }), live.deps, {});
    expect(response.status).toBe(answers ?? 200);
    expect(live.budgets).toHaveLength(1);
    expect(live.budgets[0]?.limit).toBe(DASHBOARD_CALLS);
  });

  it('has an answer for a failure nobody foresaw, without its words', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const live = fixture();
    const deps = { ...live.deps, openSite: () => { throw new Error(`ann@example.com at ${NOW_MS}`); } };
    const response = await handler(ask(path, { method, ...(body === undefined ? {} : { body }) }), deps, {});
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('ann@example.com');
  });
});

describe.each(CASES.filter(({ body }) => body !== undefined))('$method $path', ({ path, method, handler, body }) => {
  it.each(['{', `"${'x'.repeat(70_000)}"`, '[]', 'null', JSON.stringify({ ...Object(body), instanceId: OTHER_SITE })])('refuses a body that is no JSON, too large, or names a tenant (%.20s)', async (bad) => {
    const response = await handler(ask(path, { method, body: bad }), fixture().deps, {});
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'INPUT_INVALID' } });
  });
});

describe.each(CASES)('$method $path', ({ path: address, method, handler, body }) => {
  it.each(['instanceId', 'instance', 'siteId'])('opens the own site and no other, when the query says %s', async (name) => {
    const live = fixture();
    connectionRow(live);
    const opened: InstanceId[] = [];
    const deps: EndpointDeps = { ...live.deps, openSite: (instanceId, budget) => { opened.push(instanceId); return live.deps.openSite(instanceId, budget); } };
    const response = await handler(ask(`${address}${address.includes('?') ? '&' : '?'}${name}=${OTHER_SITE}`, { method, ...(body === undefined ? {} : { body }) }), deps, {});
    expect(opened).toEqual([SITE]);
    // A query that is read at all is strict and refuses what it does not know.
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain(OTHER_SITE);
  });
});

it('the matrix holds every endpoint of the dashboard', () => {
  const shells = readdirSync(SHELLS_DIR, { recursive: true, encoding: 'utf8' }).filter((file) => /^(?:inbox|setup|sync)\/[\w-]+\.ts$/u.test(file));
  const routes = shells.flatMap((file) => [...readFileSync(path.join(SHELLS_DIR, file), 'utf8').matchAll(/export const (GET|POST) /gu)].map(([, method]) => `${String(method)} ${file.replace(/\.ts$/u, '')}`));
  expect([...new Set(CASES.map((one) => `${one.method} ${one.path.replace(/\?.*$/u, '')}`))].sort()).toEqual(routes.sort());
});

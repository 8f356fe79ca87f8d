import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';

const ROUTES_DIR = fileURLToPath(new URL('../../src/pages/api/', import.meta.url));
/** These know their callers in other ways: a signed address, a visitor's token. */
const NOT_THE_DASHBOARDS = ['hooks', 'site', 'tick'];

/** Every endpoint of the dashboard, with a body that would be accepted. */
const ENDPOINTS: readonly (readonly [string, unknown])[] = [
  ['sync/status', undefined],
  ['sync/links', undefined],
  ['sync/products', undefined],
  ['sync/scheduler', undefined],
  ['sync/runs', undefined],
  ['sync/conflicts', undefined],
  ['sync/timeline?id=a', undefined],
  ['sync/rollback', { startedAtMs: 1_700_000_000_000 }],
  ['sync/remove-copies', { copies: 3 }],
  ['sync/conflicts', { ids: ['a'], pick: 'kept' }],
  ['sync/connect', { url: 'https://demo-store.example', key: 'ck', secret: 'cs' }],
  ['sync/match', {}],
  ['sync/tick', {}],
  ['sync/backfill', { action: 'start' }],
  ['sync/disconnect', {}],
  ['sync/forget-store', {}],
  ['sync/webhook', {}],
  ['sync/pause', { paused: true }],
  ['sync/probe', {}],
  ['sync/retry', { id: 'a' }],
  ['setup/status', undefined],
  ['setup/test', {}],
  ['setup/products?view=open', undefined],
  ['setup/fields', undefined],
  ['setup/fields', {}],
  ['setup/people', undefined],
  ['setup/replies', undefined],
  ['setup/replies', { action: 'remove' }],
  ['setup/preview', undefined],
  ['setup/preview', { action: 'start' }],
  ['setup/preview-tick', {}],
  ['setup/preview-rows?group=same', undefined],
  ['setup/preview-age', undefined],
  ['setup/comparison', undefined],
  ['setup/wix-products', undefined],
  ['setup/decide', { action: 'leave-open' }],
  ['inbox/items', undefined],
  ['inbox/item?id=a', undefined],
  ['inbox/names?products=w1', undefined],
  ['inbox/products', undefined],
  ['inbox/count', undefined],
  ['inbox/summary', undefined],
  ['inbox/settings', undefined],
  ['inbox/settings', { overdueHours: 12 }],
  ['inbox/verdict', { items: [{ id: 'a', revision: 'r' }], verdict: { kind: 'dismiss' } }],
  ['inbox/bulk', { filter: {}, verdict: { kind: 'dismiss' } }],
  ['inbox/undo', { ids: ['a'] }],
  ['inbox/reply', { id: 'a', message: 'Sorry', seen: null }],
  ['inbox/test-alert', {}],
];

const answerShape = z.object({ error: z.object({ code: z.string() }) });

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ empty: true });
});

afterAll(async () => {
  await sandbox.stop();
});

describe.each(ENDPOINTS)('%s', (endpoint, body) => {
  it('knows nobody who comes without a token, and touches neither shop', async () => {
    await sandbox.clearLog();
    const response = await sandbox.endpoint(endpoint, null, body);
    expect(response.status).toBe(401);
    expect(answerShape.parse(await response.json()).error.code).toBe('TOKEN_INVALID');
    expect((await sandbox.calls()).filter(({ kind, side }) => kind === 'write' || side === 'store')).toEqual([]);
  });

  it.each(['VISITOR', 'MEMBER'] as const)('refuses a %s of the very site', async (subject) => {
    const response = await sandbox.endpoint(endpoint, await sandbox.token(subject), body);
    expect(response.status).toBe(403);
    expect(answerShape.parse(await response.json()).error.code).toBe('NOT_ALLOWED');
  });

  it('never lets a made-up token through', async () => {
    const response = await sandbox.endpoint(endpoint, 'OauthNG.JWS.made.up', body);
    expect(response.ok).toBe(false);
    expect((await sandbox.calls()).filter(({ side }) => side === 'store')).toEqual([]);
  });
});

it('are all that the dashboard has', () => {
  const files = readdirSync(ROUTES_DIR, { recursive: true, encoding: 'utf8' }).filter((file) => /^\w+\/[\w-]+\.ts$/u.test(file) && !NOT_THE_DASHBOARDS.includes(path.dirname(file)));
  const routes = files.flatMap((file) => [...readFileSync(path.join(ROUTES_DIR, file), 'utf8').matchAll(/export const (GET|POST) /gu)].map(([, method]) => `${String(method)} ${file.replace(/\.ts$/u, '')}`));
  const known = ENDPOINTS.map(([at, body]) => `${body === undefined ? 'GET' : 'POST'} ${at.replace(/\?.*$/u, '')}`);
  expect([...new Set(known)].sort()).toEqual(routes.sort());
});

describe('two sites', () => {
  it('see nothing of each other, whoever asks', async () => {
    const own = await sandbox.endpoint('sync/status', await sandbox.token('USER'));
    const other = await sandbox.endpoint('sync/status', await sandbox.token('USER', await sandbox.addSite('Another shop')));
    expect([own.status, other.status]).toEqual([200, 200]);
    expect([await own.json(), await other.json()]).toEqual([{ kind: 'disconnected', copied: false }, { kind: 'disconnected', copied: false }]);
  });
});

describe('answers to the dashboard', () => {
  it('carry no token', async () => {
    const response = await sandbox.endpoint('sync/status', await sandbox.token('USER'));
    expect(response.headers.get('x-wix-bi-auth-token')).toBeNull();
  });
});

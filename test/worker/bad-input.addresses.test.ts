import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEMO_STORE_KEYS } from '../support/demo-store-keys';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';

/** The keys of the demo store, as its owner would copy them. */
const HEALTHY = { down: false, html: false, rateLimited: false, slowMs: 0, loseAnswers: false };

const problemShape = z.object({
  error: z.strictObject({
    code: z.string(), sentence: z.string().min(10), action: z.string().min(5),
    field: z.string().optional(), got: z.string().optional(), expected: z.string().optional(),
  }),
});

let sandbox: RunningSandbox;
let token: string;

beforeAll(async () => {
  sandbox = await startSandbox({ empty: true, switches: { quota: 'off' } });
  token = await sandbox.token('USER');
});

afterAll(async () => {
  await sandbox.stop();
});

beforeEach(async () => {
  await sandbox.clearLog();
});

afterEach(async () => {
  await sandbox.store.call('fail', HEALTHY);
});

const connect = (body: unknown): Promise<Response> => sandbox.endpoint('sync/connect', token, body);

/** The problem an answer tells, after a look that it gives nothing away and that nothing was kept. */
async function problemOf(response: Response, ...unsaid: readonly string[]): Promise<z.output<typeof problemShape>['error']> {
  const text = await response.text();
  for (const secret of [DEMO_STORE_KEYS.key, DEMO_STORE_KEYS.secret, token, ...unsaid]) expect(text).not.toContain(secret);
  expect(await (await sandbox.endpoint('sync/status', token)).json()).toEqual({ kind: 'disconnected', copied: false });
  return problemShape.parse(JSON.parse(text)).error;
}

const storeCalls = async () => (await sandbox.calls()).filter(({ side }) => side !== 'wix');

describe('an address that must not be called', () => {
  it.each([
    ['10.0.0.7', 'https://10.0.0.7'],
    ['172.16.0.1', 'https://172.16.0.1'],
    ['192.168.1.1', 'https://192.168.1.1/wp-admin/'],
    ['the metadata address of clouds', 'https://169.254.169.254/latest/meta-data'],
    ['this machine', 'https://127.0.0.1'],
    ['this machine over http', 'http://127.0.0.1:8080'],
    ['this machine by name', 'https://localhost'],
    ['this machine in IPv6', 'https://[::1]'],
    ['this machine as one decimal number', 'https://2130706433'],
    ['this machine in hexadecimal', 'https://0x7f000001'],
    ['this machine in octal', 'https://0177.0.0.1'],
    ['this machine shortened', 'https://127.1'],
    ['a private network as one decimal number', 'https://167772161'],
    ['the metadata address as one decimal number', 'https://2852039166'],
    ['a private network mapped into IPv6', 'https://[::ffff:10.0.0.1]'],
    ['a unique local address', 'https://[fd00::1]'],
    ['a link-local address', 'https://[fe80::1]'],
    ['a name of a private network', 'https://nas.local'],
    ['the metadata name of a cloud', 'https://metadata.google.internal'],
    ['a name without a dot', 'https://intranet'],
    ['a private network, typed without a scheme', '10.0.0.7'],
  ])('is refused as private: %s', async (_, url) => {
    const response = await connect({ ...DEMO_STORE_KEYS, url });
    expect(response.status).toBe(400);
    expect(await problemOf(response, new URL(url.includes('//') ? url : `https://${url}`).hostname)).toMatchObject({ code: 'STORE_URL_PRIVATE', field: 'url', expected: 'a public host' });
    expect(await storeCalls()).toEqual([]);
  });

  it.each(['http://demo-store.example', 'HTTP://demo-store.example/shop', 'http://8.8.8.8'])('is refused when keys would travel in the open: %s', async (url) => {
    const response = await connect({ ...DEMO_STORE_KEYS, url });
    expect(response.status).toBe(400);
    expect(await problemOf(response, 'demo-store')).toMatchObject({ code: 'STORE_URL_INSECURE', field: 'url', got: 'http', expected: 'https' });
    expect(await storeCalls()).toEqual([]);
  });

  it.each([
    ['of another scheme', 'ftp://demo-store.example', 'the scheme ftp:'],
    ['of a script', 'javascript://demo-store.example/%0aalert(1)', 'the scheme javascript:'],
    ['with a password inside', 'https://owner:hunter2@demo-store.example', 'a user name or password inside the address'],
    ['with the port of something else', 'https://demo-store.example:22', 'port 22'],
    ['of no form at all', 'https://', 'text of 8 characters'],
  ])('is refused when it is %s', async (_, url, got) => {
    const response = await connect({ ...DEMO_STORE_KEYS, url });
    expect(response.status).toBe(400);
    const problem = await problemOf(response, 'hunter2', 'demo-store');
    expect(problem).toMatchObject({ code: 'STORE_URL_INVALID', field: 'url', got });
    expect(problem.expected).toBeDefined();
    expect(await storeCalls()).toEqual([]);
  });
});

describe('a form that is not filled in', () => {
  it.each([
    ['url', { ...DEMO_STORE_KEYS, url: '' }, 'text of 0 characters'],
    ['key', { ...DEMO_STORE_KEYS, key: '  ' }, 'text of 2 characters'],
    ['secret', { url: DEMO_STORE_KEYS.url, key: DEMO_STORE_KEYS.key }, 'nothing'],
    ['key', { ...DEMO_STORE_KEYS, key: 'k'.repeat(256) }, 'text of 256 characters'],
    ['secret', { ...DEMO_STORE_KEYS, secret: 5 }, 'number'],
    ['url', { ...DEMO_STORE_KEYS, url: ['https://demo-store.example'] }, 'a list'],
    ['body', { ...DEMO_STORE_KEYS, instanceId: 'another-site' }, 'object'],
  ])('names the field %s', async (field, body, got) => {
    const response = await connect(body);
    expect(response.status).toBe(400);
    const problem = await problemOf(response, 'another-site');
    expect(problem).toMatchObject({ code: 'INPUT_INVALID', field, got });
    expect(problem.expected).toBeDefined();
    expect(await storeCalls()).toEqual([]);
  });
});

describe('a store that does not let us in', () => {
  it.each([
    ['a wrong key', { ...DEMO_STORE_KEYS, key: 'ck_somebody_elses' }],
    ['a wrong secret', { ...DEMO_STORE_KEYS, secret: 'cs_somebody_elses' }],
  ])('is told apart from one that is down: %s', async (_, body) => {
    const response = await connect(body);
    // 401 would tell the dashboard that its own caller is not known.
    expect(response.status).toBe(422);
    const problem = await problemOf(response, 'somebody_elses');
    expect(problem).toMatchObject({ code: 'STORE_AUTH', action: 'Connect the store again' });
    expect(problem.got).toMatch(/^HTTP 401/);
  });

  it.each([
    ['nothing answers', { down: true }, 'STORE_UNREACHABLE', 502],
    ['a page comes instead of data', { html: true }, 'STORE_BLOCKED', 502],
    ['it asks for a pause', { rateLimited: true }, 'STORE_RATE_LIMITED', 429],
    ['a gateway gives up', { loseAnswers: true }, 'STORE_SERVER_ERROR', 502],
  ])('is a problem of its own when %s', async (_, faults, code, status) => {
    await sandbox.store.call('fail', faults);
    const response = await connect(DEMO_STORE_KEYS);
    await sandbox.store.call('fail', HEALTHY);
    expect([(await problemOf(response)).code, response.status]).toEqual([code, status]);
    expect((await sandbox.calls()).filter(({ kind, side }) => side === 'store' && kind === 'write')).toEqual([]);
  });

  it('is not there at all at a name that leads nowhere', async () => {
    const response = await connect({ ...DEMO_STORE_KEYS, url: 'https://nobody-is-here.example' });
    expect(response.status).toBe(502);
    expect(await problemOf(response, 'nobody-is-here')).toMatchObject({ code: 'STORE_UNREACHABLE' });
  });

  it('is connected at the first try once it is well again', async () => {
    expect((await connect(DEMO_STORE_KEYS)).status).toBe(200);
    const text = await (await sandbox.endpoint('sync/status', token)).text();
    expect(JSON.parse(text)).toMatchObject({ kind: 'connected', connection: { storeUrl: DEMO_STORE_KEYS.url } });
    expect(text).not.toContain(DEMO_STORE_KEYS.secret);
  });
});

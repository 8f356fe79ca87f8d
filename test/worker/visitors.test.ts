import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';

const PATH = 'site/reviews?show=both';
const reviewShape = z.strictObject({
  id: z.string(), author: z.string(), rating: z.number(), title: z.string(), body: z.string(), writtenAt: z.iso.datetime(), writtenOn: z.string(), verified: z.boolean(), fromStore: z.boolean(), helpful: z.number(), reply: z.string().nullable(),
});
const fileShape = z.strictObject({ kind: z.enum(['image', 'video']), id: z.string(), width: z.number().nullable(), height: z.number().nullable(), poster: z.string().nullable(), review: z.number() });
/** Every field that may leave; one more is a leak. */
const answerShape = z.strictObject({ helpful: z.array(reviewShape).max(10), photos: z.strictObject({ reviews: z.array(reviewShape), files: z.array(fileShape).max(200) }) });

let sandbox: RunningSandbox;
let visitor: string;

beforeAll(async () => {
  sandbox = await startSandbox({ byHand: true, switches: { quota: 'off' } });
  visitor = await sandbox.token('VISITOR');
});

afterAll(async () => {
  await sandbox.stop();
});

const ask = (headers: Readonly<Record<string, string>>, init: RequestInit = {}): Promise<Response> => fetch(`${sandbox.url}/api/${PATH}`, { ...init, headers });

describe('what the built app tells the visitors of a site', () => {
  it.each(['helpful', 'photos', 'both'])('is closed, and costs at most two calls to Wix for %s', async (show) => {
    await sandbox.clearLog();
    const response = await sandbox.endpoint(`site/reviews?show=${show}`, visitor);
    expect(response.status).toBe(200);
    const { helpful, photos } = answerShape.parse(await response.json());
    expect(show === 'photos' ? 0 : 10).toBe(helpful.length);
    expect(photos.files.length > 0).toBe(show !== 'helpful');
    const asked = (await sandbox.calls()).filter(({ kind }) => kind === 'read');
    expect([1, 2]).toContain(asked.length);
  });

  it('is ten different reviews, of which the first has votes', async () => {
    const { helpful } = answerShape.parse(await (await sandbox.endpoint('site/reviews?show=helpful', visitor)).json());
    expect(helpful[0]?.helpful).toBeGreaterThan(0);
    expect(new Set(helpful.map(({ id }) => id)).size).toBe(10);
  });

  it.each([['de', /^\d{1,2}\. \p{L}+ \d{4}$/u], ['en', /^\p{L}+ \d{1,2}, \d{4}$/u], ['he', /^\d{1,2} ב\p{L}+ \d{4}$/u]])('says its days in the language of the page: %s', async (lang, day) => {
    const { helpful } = answerShape.parse(await (await sandbox.endpoint(`site/reviews?show=helpful&lang=${lang}`, visitor)).json());
    for (const { writtenOn } of helpful) expect(writtenOn).toMatch(day);
  });

  it('may be asked for from any origin, after a browser asked whether it may', async () => {
    const preflight = await ask({ origin: 'https://shop.example', 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' }, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const response = await ask({ authorization: visitor, origin: 'https://shop.example' });
    expect([response.status, response.headers.get('access-control-allow-origin'), response.headers.has('access-control-allow-credentials')]).toEqual([200, '*', false]);
  });

  it('travels again only when it changed', async () => {
    const first = await ask({ authorization: visitor });
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const again = await ask({ authorization: visitor, 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('is nothing of another site', async () => {
    const other = await sandbox.token('VISITOR', await sandbox.addSite('Another shop'));
    expect(answerShape.parse(await (await sandbox.endpoint(PATH, other)).json())).toEqual({ helpful: [], photos: { reviews: [], files: [] } });
  });

  it('is nothing without a token, and nothing for a field that is not known', async () => {
    expect((await ask({})).status).toBe(401);
    expect((await sandbox.endpoint(`${PATH}&instanceId=other`, visitor)).status).toBe(400);
  });

  it('slows down a visitor in a loop, who is told for how long', async () => {
    const hurried = await sandbox.token('VISITOR', await sandbox.addSite('A third shop'));
    let last = await sandbox.endpoint(PATH, hurried);
    for (let time = 0; time < 60 && last.status === 200; time += 1) last = await sandbox.endpoint(PATH, hurried);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

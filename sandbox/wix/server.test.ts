import { describe, expect, it } from 'vitest';
import { APP, appToken, COLLECTION, OTHER_SITE, SITE, testSite } from './test-site';

const grant = (changes: object) => ({ grant_type: 'client_credentials', client_id: APP.id, client_secret: APP.secret, instance_id: SITE, ...changes });
const QUERY = '/reviews/v1/reviews/query';

describe('tokens', () => {
  it('are given to the app for its own installations only', async () => {
    const { call, wix } = await testSite();
    const statuses = [grant({}), grant({ client_secret: 'x' }), grant({ client_id: 'x' }), grant({ instance_id: 'cccccccc-0000-4000-8000-000000000003' }), { grant_type: 'magic' }].map(async (body) => (await call('POST', '/oauth2/token', body)).status);
    expect(await Promise.all(statuses)).toEqual([200, 401, 401, 400, 400]);
    wix.removeApp(SITE);
    expect((await call('POST', '/oauth2/token', grant({}))).status).toBe(400);
  });

  it('tell whom they stand for, stripped of nothing but the session', async () => {
    const { call, wix } = await testSite();
    const { body } = await call('POST', '/oauth2/token', { grant_type: 'strip_bound_session', client_secret: APP.secret, access_token: wix.issueUserToken(SITE) });
    const info = await call('POST', '/oauth2/token-info', { token: body['access_token'] });
    expect(info.body).toMatchObject({ active: true, subjectType: 'USER', clientId: APP.id, instanceId: SITE });
    expect((await call('POST', '/oauth2/token-info', { token: 'Basic abc' })).body).toEqual({ active: false });
  });

  it('are refused to anonymous callers when the switch says so', async () => {
    const { call, wix } = await testSite();
    const anonymous = { clientId: APP.id, grantType: 'anonymous' };
    expect((await call('POST', '/oauth2/token', anonymous)).status).toBe(200);
    wix.switches.set({ anonymousTokens: 'refused' });
    expect((await call('POST', '/oauth2/token', anonymous)).status).toBe(403);
  });

  it('expire, and cannot be forged', async () => {
    const { call, clock, wix } = await testSite();
    const token = appToken(wix, SITE);
    const forged = token.replace(/\.[^.]+$/u, '.AAAA');
    expect((await call('POST', QUERY, {}, forged)).status).toBe(401);
    clock.advance(14_401_000);
    expect((await call('POST', QUERY, {}, token)).status).toBe(401);
    expect((await call('POST', QUERY, {}, '')).status).toBe(401);
  });
});

describe('the tenant of a request', () => {
  it('comes from the token alone: one site never sees the rows of another', async () => {
    const { call, contact, wix } = await testSite();
    const contactId = await contact('ann@example.com');
    const other = appToken(wix, OTHER_SITE);
    await call('POST', '/wix-data/v2/items', { dataCollectionId: COLLECTION, dataItem: { data: { _id: 'a' } } });
    expect((await call('GET', `/contacts/v4/contacts/${contactId}?instanceId=${SITE}`, undefined, other)).status).toBe(404);
    expect((await call('GET', `/wix-data/v2/items/a?dataCollectionId=${encodeURIComponent(COLLECTION)}`, undefined, other)).status).toBe(404);
    expect((await call('GET', `/wix-data/v2/items/a?dataCollectionId=${encodeURIComponent(COLLECTION)}`)).status).toBe(200);
  });

  it('lets visitors read what is published and nothing else', async () => {
    const { call, wix } = await testSite();
    const visitor = wix.issueVisitorToken(SITE);
    expect((await call('POST', QUERY, { query: {} }, visitor)).status).toBe(200);
    expect((await call('POST', QUERY, { query: {}, returnPrivateReviews: true }, visitor)).status).toBe(403);
    expect((await call('POST', '/contacts/v4/contacts/query', {}, visitor)).status).toBe(403);
    expect((await call('POST', '/wix-data/v2/items', { dataCollectionId: COLLECTION, dataItem: { data: {} } }, visitor)).body).toMatchObject({ details: { applicationError: { code: 'WDE0027' } } });
  });
});

describe('every answer', () => {
  it('carries a request id, and unknown paths are 404 in JSON', async () => {
    const { wix } = await testSite();
    const response = await wix.fetch(new Request('https://www.wixapis.com/nowhere'));
    expect([response.status, response.headers.get('x-wix-request-id')]).toEqual([404, expect.stringMatching(/^[\da-f-]{36}$/u)]);
    expect(await response.json()).toMatchObject({ details: {} });
  });

  it('swallows telemetry', async () => {
    const { wix } = await testSite();
    const paths = ['https://www.wixapis.com/otel-collector/v1/traces', 'https://frog.wix.com/?x=1', 'https://www.wixapis.com/wixcode/v1/telemetry/telemetry-messages'];
    expect(await Promise.all(paths.map(async (url) => (await wix.fetch(new Request(url, { method: 'POST', body: '{}' }))).status))).toEqual([200, 200, 200]);
    expect(wix.log.counts().total).toBe(0);
  });

  it('is 429 from the 201st request of a minute on, for that site only', async () => {
    const { call, clock, wix } = await testSite();
    for (let index = 0; index < 200; index += 1) await call('GET', '/apps/v1/instance');
    expect((await call('GET', '/apps/v1/instance')).status).toBe(429);
    expect((await call('GET', '/apps/v1/instance', undefined, appToken(wix, OTHER_SITE))).status).toBe(200);
    clock.advance(60_001);
    expect((await call('GET', '/apps/v1/instance')).status).toBe(200);
  });
});

describe('the request log', () => {
  it('names the request, its site and its shape, but nothing a person wrote', async () => {
    const { call, wix } = await testSite();
    await call('POST', '/contacts/v4/contacts', { info: { emails: { items: [{ email: 'secret@example.com' }] } } });
    await call('POST', QUERY, { query: { filter: { updatedDate: { $gt: 'x' } } } });
    const entries = wix.log.entries({ instanceId: SITE });
    expect(entries).toMatchObject([
      { method: 'POST', path: '/contacts/v4/contacts', host: 'www.wixapis.com', status: 200, subjectType: 'APP', access: 'write', summary: 'info{emails}', violations: [] },
      { path: QUERY, status: 400, access: 'read', violations: [expect.stringContaining('query.filter')] },
    ]);
    expect(JSON.stringify(entries)).not.toContain('secret');
    expect(wix.log.counts()).toMatchObject({ total: 2, reads: 1, writes: 1, failed: 1, violations: 1, byRoute: { 'POST /contacts/v4/contacts': 1 } });
    expect(wix.log.entries({ since: entries[0]?.seq ?? 0 })).toHaveLength(1);
  });
});

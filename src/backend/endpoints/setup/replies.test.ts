import { describe, expect, it } from 'vitest';
import { postConnect } from '../connect';
import { openKeys } from '../credentials';
import { ask, connectionRow, fixture, SITE, type Fixture } from '../testing/fixture';
import { getReplies, postReplies } from './replies';

const PASSWORD = 'abcd efgh ijkl mnop qrst uvwx';
const ADD = { action: 'add', user: 'owner', password: PASSWORD };

const post = (live: Fixture, body: unknown) => postReplies(ask('setup/replies', { body }), live.deps, {});
const get = async (live: Fixture): Promise<unknown> => (await getReplies(ask('setup/replies', { method: 'GET' }), live.deps, {})).json();
const kept = async (live: Fixture) => openKeys(live.deps, live.tables.all('connections')[0]?.credentials ?? '', SITE);

function connected(): Fixture {
  const live = fixture();
  connectionRow(live);
  return live;
}

describe('setup/replies', () => {
  it('is off until an application password is given', async () => {
    expect(await get(connected())).toEqual({ on: false, problem: null });
  });

  it('keeps a password that works beside the keys, sealed, and shows it to nobody', async () => {
    const live = connected();
    const before = await kept(live);
    const answer = await post(live, ADD);
    const text = await answer.text();
    expect(JSON.parse(text)).toEqual({ on: true, problem: null });
    expect(await kept(live)).toEqual({ ...before, replies: { user: 'owner', password: PASSWORD, staff: [1] } });
    expect(text + JSON.stringify(await get(live)) + JSON.stringify(live.tables.all('connections'))).not.toMatch(/abcd efgh|"owner"/u);
  });

  it('keeps nothing of one that does not work, and says what is wrong', async () => {
    const live = connected();
    const before = live.tables.all('connections')[0]?.credentials;
    const answer = await post(live, { ...ADD, password: 'wrong' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error: { code: 'REPLIES_PASSWORD' } });
    expect(live.tables.all('connections')[0]?.credentials).toBe(before);
  });

  it('says when a password that worked no longer does', async () => {
    const live = connected();
    await post(live, ADD);
    const revoked = { ...live, deps: { ...live.deps, checkReplies: async () => live.deps.checkReplies({ url: '', key: '', secret: '' }, { user: '', password: 'wrong' }, live.budgets[0] ?? expect.fail('Expected a budget')) } };
    expect(await get(revoked)).toMatchObject({ on: true, problem: { code: 'REPLIES_PASSWORD' } });
  });

  it('forgets the password and leaves the keys', async () => {
    const live = connected();
    const before = await kept(live);
    await post(live, ADD);
    expect(await (await post(live, { action: 'remove' })).json()).toEqual({ on: false, problem: null });
    expect(await kept(live)).toEqual(before);
  });

  it('outlives new keys of the same store', async () => {
    const live = fixture();
    const keys = { url: 'https://shop.example', key: 'ck_1', secret: 'cs_1' };
    await postConnect(ask('sync/connect', { body: keys }), live.deps, {});
    await post(live, ADD);
    await postConnect(ask('sync/connect', { body: { ...keys, key: 'ck_2' } }), live.deps, {});
    expect(await kept(live)).toMatchObject({ key: 'ck_2', replies: { user: 'owner' } });
  });

  it.each([{ action: 'add', user: ' ', password: PASSWORD }, { action: 'add', user: 'owner' }, { action: 'x' }, { ...ADD, staff: [7] }])('refuses %j', async (body) => {
    expect((await post(connected(), body)).status).toBe(400);
  });

  it('needs a connected store', async () => {
    expect((await post(fixture(), ADD)).status).toBe(409);
  });
});

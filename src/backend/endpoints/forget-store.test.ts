import { describe, expect, it } from 'vitest';
import { brandId, type LinkId, type StoreReviewId } from '../../core/ids';
import type { LinkRow } from '../sync/tables';
import { postConnect } from './connect';
import { postDisconnect } from './disconnect';
import { postForgetStore } from './forget-store';
import { ask, connectionRow, fixture, SITE, type Fixture } from './testing/fixture';

const OTHER = { url: 'https://other.example', key: 'ck_live', secret: 'cs_live' };
const SAME = { ...OTHER, url: 'https://shop.example' };

function linked(live: Fixture, links: number): void {
  for (let number = 1; number <= links; number += 1) {
    live.tables.put('links', { _id: brandId<LinkId>(`l${String(number)}`), instanceId: SITE, state: 'in-step', storeReviewId: brandId<StoreReviewId>(String(number)) } as LinkRow);
  }
  live.tables.put('hints', { _id: 'h', instanceId: SITE } as never);
}

const connect = (live: Fixture, body: typeof OTHER): Promise<Response> => postConnect(ask('sync/connect', { body }), live.deps, {});
const forget = async (live: Fixture): Promise<unknown> => (await postForgetStore(ask('sync/forget-store', { body: {} }), live.deps, {})).json();

async function disconnected(links: number): Promise<Fixture> {
  const live = fixture();
  connectionRow(live);
  linked(live, links);
  await postDisconnect(ask('sync/disconnect'), live.deps, {});
  return live;
}

describe('another store after one was disconnected', () => {
  it('is not connected while links name the reviews of the one before: its ids mean other reviews', async () => {
    const live = await disconnected(1);
    expect(await (await connect(live, OTHER)).json()).toMatchObject({ error: { code: 'OTHER_STORE', field: 'url' } });
    expect(live.tables.all('links')).toHaveLength(1);
    expect(live.store.webhooks.size).toBe(0);
  });

  it('is connected once those links are let go of, in as many steps as it takes', async () => {
    const live = await disconnected(1_500);
    let steps = 0;
    let answer: unknown;
    do {
      steps += 1;
      answer = await forget(live);
    } while (JSON.stringify(answer) === '{"done":false}' && steps < 20);
    expect(answer).toEqual({ done: true });
    expect(steps).toBeGreaterThan(1);
    expect([live.tables.all('links'), live.tables.all('hints')]).toEqual([[], []]);
    expect((await connect(live, OTHER)).status).toBe(200);
    expect(live.tables.all('connections')).toMatchObject([{ storeUrl: OTHER.url, ended: false }]);
  });

  it('leaves the links alone when it is the same one again', async () => {
    const live = await disconnected(3);
    expect((await connect(live, SAME)).status).toBe(200);
    expect(live.tables.all('links')).toHaveLength(3);
  });
});

describe('POST sync/forget-store', () => {
  it('lets go of nothing while the store is connected', async () => {
    const live = fixture();
    connectionRow(live);
    linked(live, 2);
    expect(await forget(live)).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'store' } });
    expect(live.tables.all('links')).toHaveLength(2);
  });

  it('may be asked where nothing ever was', async () => {
    expect(await forget(fixture())).toEqual({ done: true });
  });
});

import { describe, expect, it } from 'vitest';
import { createWixControl } from './control';
import { OTHER_SITE, SITE, testSite } from './test-site';

async function withControl() {
  const site = await testSite();
  const control = createWixControl(site.wix);
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await control.request(`/__wix${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
  };
  const reviews = `/sites/${SITE}/reviews`;
  const write = async (changes: object = {}) => {
    const { status, body } = await ask('POST', reviews, { entityId: 'p1', rating: 4, body: 'Nice', author: { name: 'Zoë Ito', email: 'zoe@example.com' }, ...changes });
    return { status, review: body['review'] as { readonly id: string } };
  };
  return { ...site, ask, write, reviews };
}

describe('the control of the local Wix', () => {
  it('lets a visitor write, change and delete a review of their own making', async () => {
    const { ask, write, reviews, wix } = await withControl();
    const { review } = await write();
    expect(review).toMatchObject({ origin: { type: 'ORGANIC' }, author: { authorName: 'Zoë Ito' } });
    expect((await ask('PATCH', `${reviews}/${review.id}`, { rating: 1 })).body).toMatchObject({ review: { revision: '2', content: { rating: 1, body: 'Nice' } } });
    expect(wix.events.pending()[0]?.identity).toMatchObject({ identityType: 'ANONYMOUS_VISITOR' });
    expect((await write()).status).toBe(409);
    await ask('DELETE', `${reviews}/${review.id}?as=person`);
    expect((await ask('GET', reviews)).body).toEqual({ reviews: [], total: 0 });
  });

  it('lets the merchant hide, show and answer, and visitors vote', async () => {
    const { ask, write, reviews } = await withControl();
    const { id } = (await write()).review;
    expect((await ask('POST', `${reviews}/${id}/moderate`, { status: 'REJECTED' })).body).toMatchObject({ review: { moderation: { moderationStatus: 'REJECTED' } } });
    expect((await ask('PUT', `${reviews}/${id}/reply`, { message: 'Hi' })).body).toMatchObject({ review: { reply: { message: 'Hi' } } });
    expect((await ask('DELETE', `${reviews}/${id}/reply`)).body).not.toHaveProperty('review.reply');
    expect((await ask('POST', `${reviews}/${id}/vote`, { kind: 'helpful' })).body).toMatchObject({ review: { foundHelpful: 1, helpfulness: 1 } });
  });

  it('keeps sites apart and says which exist', async () => {
    const { ask, write } = await withControl();
    await write();
    expect((await ask('GET', `/sites/${OTHER_SITE}/reviews`)).body).toMatchObject({ total: 0 });
    expect((await ask('GET', '/sites/nowhere/reviews')).status).toBe(400);
    expect((await ask('GET', '/sites')).body['sites']).toHaveLength(2);
    const copy = { instanceId: 'cccccccc-0000-4000-8000-000000000003', displayName: 'Copy', originInstanceId: SITE };
    expect((await ask('POST', '/sites', copy)).body).toMatchObject({ site: { originInstanceId: SITE, catalogVersion: 'V3_CATALOG' } });
  });

  it('turns one switch and leaves the others, refusing what does not exist', async () => {
    const { ask, wix } = await withControl();
    await ask('PATCH', '/switches', { quota: 'off' });
    await ask('PATCH', '/switches', { moderation: 'on' });
    expect(wix.switches.get()).toMatchObject({ quota: 'off', moderation: 'on' });
    expect((await ask('PATCH', '/switches', { quota: 'sometimes' })).status).toBe(400);
    expect((await ask('PATCH', '/switches', { unheardOf: true })).status).toBe(400);
  });

  it('shows the log and the queue of events', async () => {
    const { ask, write, call } = await withControl();
    await write();
    await call('GET', '/apps/v1/instance');
    expect((await ask('GET', `/log?instanceId=${SITE}`)).body['entries']).toHaveLength(1);
    expect((await ask('GET', '/log/counts')).body).toMatchObject({ total: 1, reads: 1 });
    expect((await ask('GET', '/events')).body['pending']).toHaveLength(3);
    expect((await ask('POST', '/events/flush')).body).toEqual({ pending: 0 });
  });
});

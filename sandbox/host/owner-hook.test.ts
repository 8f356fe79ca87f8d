import { expect, it } from 'vitest';
import { OWNER_HOOK, OwnerHook } from './owner-hook';

const post = (body: string, headers: Readonly<Record<string, string>> = { 'webhook-id': 'msg_1', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' }): Request =>
  new Request(OWNER_HOOK, { method: 'POST', headers, body });

it('keeps what came, once per message', async () => {
  const hook = new OwnerHook();
  for (let times = 0; times < 2; times += 1) expect((await hook.receive(post('{"text":"A review"}'), 5)).status).toBe(200);
  expect(hook.messages()).toMatchObject([{ id: 'msg_1', text: 'A review', signed: true, atMs: 5 }]);
});

it('tells a message without a signature from one with it', async () => {
  const hook = new OwnerHook();
  await hook.receive(post('{"text":"A review"}', { 'webhook-id': 'msg_2' }), 5);
  expect(hook.messages()).toMatchObject([{ signed: false }]);
});

it('refuses what Slack would not take', async () => {
  expect((await new OwnerHook().receive(post('{}'), 5)).status).toBe(400);
});

it('can be out of order', async () => {
  const hook = new OwnerHook();
  hook.answerWith(503);
  expect((await hook.receive(post('{"text":"A review"}'), 5)).status).toBe(503);
  expect(hook.messages()).toEqual([]);
});

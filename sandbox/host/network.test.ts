import { describe, expect, it } from 'vitest';
import { MAX_SUBREQUESTS, runInvocation } from './invocation';
import { closedNetwork } from './network';
import { RequestLog } from './request-log';
import { STRANGE_HOSTS, strangersStore } from './strange-hosts';

function build(): { send: typeof fetch; log: RequestLog } {
  const log = new RequestLog();
  const send = closedNetwork({
    wix: () => new Response('from Wix'),
    store: { origin: 'https://demo-store.example', answer: () => new Response('from the store', { status: 201 }) },
    log,
  });
  return { send, log };
}

describe('the closed network', () => {
  it.each(['https://www.wixapis.com/a', 'https://edge.wixapis.com/a', 'https://frog.wix.com/?a'])('hands %s to the local Wix', async (url) => {
    expect(await (await build().send(url)).text()).toBe('from Wix');
  });

  it('hands the demo store its own requests and logs what it answered', async () => {
    const { send, log } = build();
    expect(await (await send('https://demo-store.example/x', { method: 'POST' })).text()).toBe('from the store');
    expect(log.calls()).toMatchObject([{ side: 'store', method: 'POST', status: 201 }]);
  });

  it('hands the store what comes to another of its names, and to nobody else’s', async () => {
    const log = new RequestLog();
    const send = closedNetwork({ wix: () => new Response(''), store: { origin: 'https://demo-store.example', also: ['https://new-name.example'], answer: () => new Response('from the store') }, log });
    expect(await (await send('https://new-name.example/x')).text()).toBe('from the store');
    expect(log.calls()).toMatchObject([{ side: 'store' }]);
    await expect(send('https://old-name.example/x')).rejects.toThrow('no way out');
  });

  it('has a store of strangers that counts as the demo store does and takes nothing', async () => {
    const shop = strangersStore(() => Response.json([{ id: 7, reviewer_email: 'ada@example.com' }]));
    expect(await (await shop(new Request('https://strangers-store.example/x'))).json()).toEqual([{ id: 7, reviewer_email: 'ada@elsewhere.example' }]);
    expect((await shop(new Request('https://strangers-store.example/x', { method: 'POST' }))).status).toBe(405);
  });

  it.each(['https://example.com/', 'https://wixapis.com.evil.example/', 'http://demo-store.example/', 'http://127.0.0.1/'])('refuses %s', async (url) => {
    const { send, log } = build();
    await expect(send(url)).rejects.toThrow('no way out');
    expect(log.calls()).toMatchObject([{ side: 'refused', status: null }]);
  });

  it.each([['https://self-signed.example/wp-json', 'fetch failed'], ['https://nobody.example/wp-json', 'no way out']])('lets %s fail as such a host does', async (url, why) => {
    const send = closedNetwork({ wix: () => new Response(''), store: { origin: 'https://demo-store.example', answer: () => new Response('') }, strangers: STRANGE_HOSTS, log: new RequestLog() });
    await expect(send(url)).rejects.toThrow(why);
  });

  it('has websites that are no shops', async () => {
    const send = closedNetwork({ wix: () => new Response(''), store: { origin: 'https://demo-store.example', answer: () => new Response('') }, strangers: STRANGE_HOSTS, log: new RequestLog() });
    expect([(await send('https://blog.example/')).status, (await send('https://walled.example/')).headers.get('cf-mitigated')]).toEqual([200, 'challenge']);
  });

  it('refuses the twenty-first call of one invocation', async () => {
    const { send, log } = build();
    const invocation = log.openInvocation('POST', '/api/x');
    await runInvocation(invocation, async () => {
      for (let count = 0; count < MAX_SUBREQUESTS; count += 1) await send('https://www.wixapis.com/a');
      await expect(send('https://www.wixapis.com/a')).rejects.toThrow('Too many subrequests');
    });
    expect(invocation).toMatchObject({ calls: MAX_SUBREQUESTS, refused: 1 });
  });
});

import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isSyncError } from '../../core/sync-error';
import { DEFAULT_ALERTS, type Alert } from '../sync/alert-port';
import { FakeWix } from '../wix/testing/fake-wix';
import type { AlertDeps } from './alert-deps';
import { createAlertPort } from './alert-port';
import { itemUrl } from './item-url';
import { newWebhookSecret, signedHeaders } from './standard-webhook';
import { parseWebhookUrl } from './webhook-url';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const ALERT: Alert = { key: 'item-1.2', itemId: 'item-1', kind: 'new', rating: 1, side: 'store', atMs: 1_700_000_000_000 };
const SECRET = newWebhookSecret((bytes) => bytes.fill(7));
const WEBHOOK = { ...DEFAULT_ALERTS, webhook: JSON.stringify({ url: 'https://hooks.example.com/T0/secret?x=1', secret: SECRET }) };
const PAGE = 'https://manage.example/dashboard/inbox';

function port(answer: () => Response | Promise<Response> = () => new Response('ok')) {
  const wix = new FakeWix();
  vi.stubGlobal('fetch', wix.fetch);
  const sent: { readonly url: string; readonly init: RequestInit }[] = [];
  const access = wix.access();
  const deps: AlertDeps = {
    ...access, clock: { nowMs: () => 1_700_000_005_000 }, unseal: async (sealed) => sealed,
    fetch: async (url, init) => {
      sent.push({ url: url instanceof Request ? url.url : url.toString(), init: init ?? {} });
      return answer();
    },
  };
  return { wix, sent, budget: access.budget, alerts: createAlertPort(deps) };
}

const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'fine', (error: unknown) => (isSyncError(error) ? error.code : 'foreign'));

describe('Wix’s own bell', () => {
  it('is rung with stars, place and the item, and not a word of the review', async () => {
    const { wix, alerts, budget } = port();
    wix.answer({ notificationBatchId: 'b' });
    expect(await alerts.tell('notification', ALERT, DEFAULT_ALERTS)).toEqual({ kind: 'told' });
    expect(wix.sent).toMatchObject([{ method: 'POST', path: '/notifications/v3/notify', body: { dynamicValues: { stars: { text: '1' }, where: { text: 'your store' }, item: { text: 'item-1' } } } }]);
    expect(budget.spent).toBe(1);
  });

  it('carries the way to the very review once the page’s address is known', async () => {
    const { wix, alerts } = port();
    wix.answer({ notificationBatchId: 'b' });
    await alerts.tell('notification', ALERT, { ...DEFAULT_ALERTS, pageUrl: PAGE });
    expect(wix.sent).toMatchObject([{ body: { dynamicValues: { link: { text: `${PAGE}?item=item-1` } } } }]);
  });

  it('stays silent when it is switched off, without a call', async () => {
    const { wix, alerts } = port();
    expect(await alerts.tell('notification', ALERT, { ...DEFAULT_ALERTS, notification: false })).toEqual({ kind: 'off' });
    expect(wix.sent).toEqual([]);
  });

  it('that Wix does not know is a coded failure', async () => {
    const { wix, alerts } = port();
    wix.refuse(403, 'NO_TEMPLATE');
    expect(await codeOf(alerts.tell('notification', ALERT, DEFAULT_ALERTS))).toBe('WIX_FORBIDDEN');
  });
});

describe('the automations trigger', () => {
  it('is reported under a key that makes a repetition harmless, with the way to the item', async () => {
    const { wix, alerts } = port();
    wix.answer({ activationId: 'a' });
    await alerts.tell('automation', ALERT, { ...DEFAULT_ALERTS, pageUrl: PAGE });
    expect(wix.sent).toMatchObject([{ path: '/automations/v1/events/report', body: { idempotency: { key: 'item-1.2' }, externalEntityId: 'item-1', payload: { stars: 1, side: 'store', link: `${PAGE}?item=item-1` } } }]);
  });
});

describe('the webhook', () => {
  it('is signed as Standard Webhooks asks, and readable for Slack', async () => {
    const { sent, alerts } = port();
    await alerts.tell('webhook', ALERT, { ...WEBHOOK, pageUrl: PAGE });
    const [{ url, init } = { url: '', init: {} }] = sent;
    const headers = new Headers(init.headers);
    const body = typeof init.body === 'string' ? init.body : expect.fail('Expected a text body');
    expect(url).toBe('https://hooks.example.com/T0/secret?x=1');
    expect([headers.get('webhook-id'), headers.get('webhook-timestamp')]).toEqual(['msg_item-1.2', '1700000005']);
    vi.useFakeTimers({ now: 1_700_000_010_000 });
    const receiver = new Webhook(SECRET);
    expect(receiver.verify(body, Object.fromEntries(headers))).toMatchObject({ type: 'review.needs_answer', text: `A new 1-star review in your store needs an answer. ${PAGE}?item=item-1`, data: { item: 'item-1', stars: 1 } });
    expect(() => receiver.verify(body.replace('"stars":1', '"stars":5'), Object.fromEntries(headers))).toThrow('No matching signature found');
    expect(init.redirect).toBe('manual');
  });

  it('that is not set up costs nothing and says so', async () => {
    const { sent, alerts } = port();
    expect(await alerts.tell('webhook', ALERT, DEFAULT_ALERTS)).toEqual({ kind: 'off' });
    expect(sent).toEqual([]);
  });

  it.each([[500, 'ALERT_UNREACHABLE'], [429, 'ALERT_UNREACHABLE'], [404, 'ALERT_REFUSED'], [302, 'ALERT_REFUSED']])('answered with %d is %s', async (status, code) => {
    const { alerts } = port(() => new Response(null, { status }));
    expect(await codeOf(alerts.tell('webhook', ALERT, WEBHOOK))).toBe(code);
  });

  it('that cannot be reached is tried later', async () => {
    const { alerts } = port(() => Promise.reject(new TypeError('https://hooks.example.com/T0/secret')));
    const error: unknown = await alerts.tell('webhook', ALERT, WEBHOOK).catch((reason: unknown) => reason);
    expect(isSyncError(error) && error.message).toBe('ALERT_UNREACHABLE: got no answer');
  });

  it('sealed for another site is not sent anywhere', async () => {
    const { sent, alerts } = port();
    expect(await codeOf(alerts.tell('webhook', ALERT, { ...DEFAULT_ALERTS, webhook: 'garbage' }))).toBe('ALERT_REFUSED');
    expect(sent).toEqual([]);
  });
});

describe('an address for alerts', () => {
  it.each(['https://hooks.slack.com/services/T0/B0/x', 'https://example.com:8443/in?key=1'])('%s is taken as it is', (url) => {
    expect(parseWebhookUrl(` ${url} `).href).toBe(url);
  });

  it.each([
    'http://hooks.example.com/', 'https://10.0.0.7/', 'https://169.254.169.254/latest', 'https://localhost/', 'https://[::1]/', 'https://[fd00::1]/', 'https://0x7f000001/',
    'https://printer/', 'https://shop.internal/', 'https://user:pw@example.com/', 'https://example.com:22/', 'ftp://example.com/', 'nonsense', '',
  ])('%s is refused', (url) => {
    expect(() => parseWebhookUrl(url)).toThrow('INPUT_INVALID');
  });
});

describe('a signature', () => {
  it('is the one of the specification’s own example', async () => {
    const headers = await signedHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', atMs: 1_614_265_330_000, body: '{"test": 2432232314}' });
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });
});

it('the way to an item keeps what the page’s address already says', () => {
  expect(itemUrl('https://manage.example/app?site=1', 'a')).toBe('https://manage.example/app?site=1&item=a');
  expect(itemUrl(null, 'a')).toBeNull();

});

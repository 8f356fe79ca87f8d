import { describe, expect, it } from 'vitest';
import { captured } from '../../../../test/fixtures/woocommerce/exchange';
import { replayedStore } from '../../../../test/fixtures/woocommerce/replayed-store';

const FILE = 'webhook-disabled-read-and-reactivate';
const HOOK_URL = 'http://127.0.0.1:8097/nobody-listens';
/** What WooCommerce's source answers for an id it does not know; not among the captured exchanges. */
const missing = (status: number) => ({ status, headers: {}, body: { code: 'woocommerce_rest_shop_webhook_invalid_id', message: 'Invalid ID.', data: { status } } });

describe('webhooks', () => {
  it('subscribe to the lean product topic and always send the secret', async () => {
    const { store, sent, budget } = replayedStore(captured(FILE, 0).response);
    expect(await store.subscribe(HOOK_URL, 's3cret')).toEqual({ id: '6', deliveryUrl: HOOK_URL, status: 'active' });
    expect(sent[0]).toMatchObject({ method: 'POST', path: 'webhooks', body: { topic: 'action.woocommerce_update_product', delivery_url: HOOK_URL, secret: 's3cret' } });
    expect(budget.spent).toBe(1);
  });

  it('that the store disabled are off, and revived by one write', async () => {
    const { store, sent } = replayedStore(captured(FILE, 1).response, captured(FILE, 2).response);
    expect((await store.subscription('6')).status).toBe('off');
    expect((await store.revive('6')).status).toBe('active');
    expect(sent[1]).toMatchObject({ method: 'PUT', path: 'webhooks/6', body: { status: 'active' } });
  });

  it('that are no longer registered are missing, whichever way they were asked about', async () => {
    const { store } = replayedStore(missing(404), missing(400));
    expect((await store.subscription('6')).status).toBe('missing');
    expect((await store.revive('6')).status).toBe('missing');
  });

  it('are removed with force, without which WooCommerce answers 501', async () => {
    const { store, sent } = replayedStore(captured(FILE, 5).response);
    await store.unsubscribe('6');
    expect(sent[0]).toMatchObject({ method: 'DELETE', path: 'webhooks/6', query: { force: 'true' } });
  });

  it('already gone count as removed', async () => {
    const { store } = replayedStore(missing(404));
    await expect(store.unsubscribe('6')).resolves.toBeUndefined();
  });

  it('are refused where the topic is not one', async () => {
    const { store } = replayedStore(captured('webhook-registration', 4).response);
    await expect(store.subscribe(HOOK_URL, 's3cret')).rejects.toMatchObject({ code: 'STORE_REFUSED' });
  });

  it('lets no odd id into a path', async () => {
    const { store, sent } = replayedStore();
    await expect(store.unsubscribe('6/../7')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(store.subscription('../products')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(sent).toHaveLength(0);
  });
});

import { describe, expect, it } from 'vitest';
import type { Bench } from './bench';

/** Reserved name: nobody answers there, which a store only notices when it delivers. */
const DELIVERY_URL = 'https://hooks.example/review-relay';

export function webhookContract(bench: Bench): void {
  describe('webhooks', () => {
    it('live from subscribe to unsubscribe', async () => {
      const made = await bench.store.subscribe(DELIVERY_URL, 'contract-secret');
      bench.trackWebhook(made.id);
      expect(made).toMatchObject({ deliveryUrl: DELIVERY_URL, status: 'active' });
      expect(await bench.store.subscription(made.id)).toEqual(made);
      expect(await bench.store.revive(made.id)).toEqual(made);
      await bench.store.unsubscribe(made.id);
      expect((await bench.store.subscription(made.id)).status).toBe('missing');
      expect((await bench.store.revive(made.id)).status).toBe('missing');
      await expect(bench.store.unsubscribe(made.id)).resolves.toBeUndefined();
    });
  });
}

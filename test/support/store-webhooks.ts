import { z } from 'zod';
import { journalRows } from './journal-rows';
import type { RunningSandbox } from './start-sandbox';

const webhookShape = z.object({ deliveryUrl: z.url(), secret: z.string().min(20) });
export type StoreWebhook = z.output<typeof webhookShape>;

/** Every webhook the store was ever given, oldest first, with what its deliveries are signed with. */
export function storeWebhooks(sandbox: RunningSandbox): readonly StoreWebhook[] {
  return journalRows(sandbox, 'store', 'woo.webhooks', webhookShape);
}

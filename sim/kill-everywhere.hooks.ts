import type { CallBudget } from '../src/backend/sync/call-budget';
import { SyncError } from '../src/core/sync-error';
import type { Store, WebhookSubscription } from '../src/backend/stores/store';
import { Io } from './io';
import type { World } from './world/world';

type HookMethods = Pick<Store, 'check' | 'listProducts' | 'subscribe' | 'subscription' | 'revive' | 'unsubscribe'>;

/** The store's list of webhooks, and what it says of itself. */
export class StoreHooks {
  readonly registered = new Map<string, WebhookSubscription>();
  readonly #world: World;
  #made = 0;

  constructor(world: World) {
    this.#world = world;
  }

  of(budget: CallBudget): HookMethods {
    const { scheduler, dice } = this.#world;
    const io = new Io({ scheduler, dice, budget, crashAtStep: null, onCall: (far, name) => this.#world.onCall(`${far}.${name}`) });
    const call = <T>(name: keyof HookMethods, effect: () => T): Promise<T> => io.call('store', name, effect);
    return {
      check: () => call('check', () => ({ name: 'Store', version: '9' })),
      listProducts: () => call('listProducts', () => ({ items: [], next: null, total: 0 })),
      subscribe: (deliveryUrl) => call('subscribe', () => this.#keep({ id: `hook${(this.#made += 1)}`, status: 'active', deliveryUrl })),
      subscription: (id) => call('subscription', () => this.registered.get(id) ?? { id, status: 'missing', deliveryUrl: '' }),
      revive: (id) => call('revive', () => this.#revived(id)),
      unsubscribe: (id) => call('unsubscribe', () => void this.registered.delete(id)),
    };
  }

  /** The store gave up telling us. */
  switchOff(): void {
    for (const hook of this.registered.values()) this.#keep({ ...hook, status: 'off' });
  }

  #revived(id: string): WebhookSubscription {
    const hook = this.registered.get(id);
    if (hook === undefined) throw new SyncError('STORE_SERVER_ERROR', { got: 'no such webhook' });
    return this.#keep({ ...hook, status: 'active' });
  }

  #keep(hook: WebhookSubscription): WebhookSubscription {
    this.registered.set(hook.id, hook);
    return hook;
  }
}

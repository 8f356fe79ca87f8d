import { postConnect } from '../src/backend/endpoints/connect';
import { postDisconnect } from '../src/backend/endpoints/disconnect';
import { postProbe } from '../src/backend/endpoints/probe';
import { postWebhook } from '../src/backend/endpoints/webhook';
import { onAppRemoved } from '../src/backend/events/on-app-removed';
import { SyncError } from '../src/core/sync-error';
import { request } from './kill-everywhere.dashboard';
import type { Desk } from './kill-everywhere.desk';
import { INSTALLED } from './kill-everywhere.installed';
import type { Operation, Operations } from './kill-everywhere.operation';
import { writeOnWix } from './kill-everywhere.people';
import { INSTANCE } from './world/world';

const KEYS = { url: 'https://store.example', key: 'ck', secret: 'cs' };

const connect = (desk: Desk): void => desk.press(() => request(desk, postConnect, KEYS));

/**
 * What the connection says and what the store says must be one and the same. Between the store's answer and its record one more
 * webhook may be left behind: hints of the same product are merged, and an address that no longer counts is refused.
 */
function connectedOtherwise({ world, hooks }: Desk): string[] {
  const [connection] = world.rows.all('connections');
  const hook = hooks.registered.get(connection?.webhookId ?? '');
  const strays = [...hooks.registered.values()].filter(({ id }) => id !== connection?.webhookId);
  return [
    ...(hook?.status === 'active' && connection?.webhookStatus === 'active' && hook.deliveryUrl === connection.webhookUrl ? [] : ['the store does not tell us']),
    ...(strays.length > 1 ? [`${strays.length} webhooks nobody knows of`] : []),
  ];
}

function left({ world, hooks }: Desk): string[] {
  return [...world.rows.all('connections').filter(({ ended, credentials, nonce }) => ended !== true || credentials !== '' || nonce !== '').map(({ _id }) => `keys are still in ${_id}`), ...[...hooks.registered.keys()].map((id) => `the store still calls ${id}`)];
}

const BOTH = { wix: ['first'], store: ['first'] } as const;
const UNTOUCHED = { wix: 0, store: 0 } as const;

async function connected(desk: Desk): Promise<void> {
  writeOnWix(desk, 0, 'first');
  await desk.settle();
  connect(desk);
}

const joining: Operations = {
  'a store connected': {
    history: ({ world }) => world.rows.table('connections').clear(),
    act: connect, wix: [], store: [], writes: UNTOUCHED, proves: ['store.check', 'store.subscribe', 'rows.saveMany'], wrong: connectedOtherwise,
  },
  'a connection renewed': { before: connected, act: connect, ...BOTH, writes: UNTOUCHED, proves: ['store.subscribe', 'store.unsubscribe'], wrong: connectedOtherwise },
};

const MOVED = { ...KEYS, url: 'https://moved.example', moved: true };
const TEXTS = ['first', 'second', 'third'] as const;

const moving: Operations = {
  'a shop that moved, going on at its new address': {
    before: async (desk) => {
      for (const [index, text] of TEXTS.entries()) writeOnWix(desk, [0, 2, 3][index] ?? 0, text);
      await desk.settle();
      connect(desk);
    },
    act: (desk) => desk.press(() => request(desk, postConnect, MOVED)),
    wix: TEXTS, store: TEXTS, writes: UNTOUCHED, proves: ['store.getReviews', 'wix.contactsById', 'store.subscribe', 'store.unsubscribe'],
    wrong: (desk) => [...connectedOtherwise(desk), ...desk.world.rows.all('connections').filter(({ storeUrl }) => storeUrl !== MOVED.url).map(({ storeUrl }) => `still at ${storeUrl}`)],
  },
};

function mended(how: (desk: Desk) => void, proves: string): Operation {
  return {
    before: async (desk) => {
      await connected(desk);
      await desk.settle();
      how(desk);
    },
    act: (desk) => desk.press(() => request(desk, postWebhook)), ...BOTH, writes: UNTOUCHED, proves: [proves], wrong: connectedOtherwise,
  };
}

const mending: Operations = {
  'a webhook that the store switched off': mended(({ hooks }) => hooks.switchOff(), 'store.revive'),
  'a webhook that somebody deleted': mended(({ hooks }) => hooks.registered.clear(), 'store.subscribe'),
  'a webhook whose address moved': mended(({ world }) => {
    for (const row of world.rows.all('connections')) world.rows.table('connections').set(row._id, { ...row, webhookUrl: 'https://old.example/api/hooks/x' });
  }, 'store.unsubscribe'),
};

/** Left alone since it gave no answer, and due to be asked. */
function down({ world }: Desk): void {
  for (const row of world.rows.all('connections')) world.rows.table('connections').set(row._id, { ...row, storeFailures: 5, storeProbes: 7, storeProbeAtMs: 0, storeDownSinceMs: 0, storeDownCode: 'STORE_UNREACHABLE' });
}

const returning: Operations = {
  'a store that was down asked again': {
    before: connected,
    act: (desk) => {
      down(desk);
      desk.press(async () => {
        desk.engine('probeWhenDue');
        await request(desk, postProbe);
        if (desk.world.rows.all('connections').some(({ storeFailures }) => storeFailures !== 0)) throw new SyncError('BUSY');
      });
    },
    ...BOTH, writes: UNTOUCHED, proves: ['store.check', 'rows.patch'],
    wrong: ({ world }) => world.rows.all('connections').filter(({ storeFailures }) => storeFailures !== 0).map(() => 'the store is still left alone'),
  },
};

const leaving: Operations = {
  'a store disconnected': { before: connected, act: (desk) => desk.press(() => request(desk, postDisconnect)), ...BOTH, writes: UNTOUCHED, proves: ['store.unsubscribe', 'rows.saveMany'], wrong: left },
  'the app removed': {
    before: connected,
    act: (desk) => desk.press(async () => {
      INSTALLED.opener = desk.world.opener();
      await onAppRemoved({ metadata: { instanceId: INSTANCE } });
    }),
    ...BOTH, writes: UNTOUCHED, proves: ['store.unsubscribe', 'rows.removeMany'], wrong: left,
  },
};

/** How a store comes, is heard of again, and goes. */
export const CONNECTING: Operations = { ...joining, ...moving, ...mending, ...returning, ...leaving };

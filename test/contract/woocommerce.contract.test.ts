import { createWooStandIn } from '../../sandbox/woocommerce/stand-in';
import { openJournal } from '../../sandbox/journal';
import { brandId } from '../../src/core/ids';
import { CallBudget } from '../../src/backend/sync/call-budget';
import { storeContract, type ContractSubject } from '../../src/backend/stores/contract';
import type { Store } from '../../src/backend/stores/store';
import { createWooCommerce } from '../../src/backend/stores/woocommerce/woocommerce';

const START_MS = Date.UTC(2026, 10, 23, 12);
const KEYS = { key: `ck_${'a1'.repeat(20)}`, secret: `cs_${'b2'.repeat(20)}` };

/** Numbers that look drawn by chance and are the same in every run. */
function seededRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const OWNER = { user: 'owner', password: 'abcd efgh ijkl mnop qrst uvwx' };

function openStandIn(publicUrl: string, replies = false): Promise<ContractSubject> {
  const clock = { nowMs: () => START_MS, after: () => () => undefined, speed: 1 };
  const standIn = createWooStandIn({ journal: openJournal(null), clock, publicUrl, keys: [KEYS], appPasswords: [OWNER], deliver: () => Promise.resolve(new Response()) });
  standIn.seed([{ id: 10, name: 'Canvas Tote' }, { id: 11, name: 'Enamel Mug' }], []);
  const budget = new CallBudget(10_000);
  const random = seededRandom();
  const connect = (keys: typeof KEYS, calls: CallBudget): Store =>
    createWooCommerce({ url: publicUrl, ...keys, ...(replies ? { replies: { ...OWNER, staff: [1] } } : {}), fetch: (input, init) => standIn.fetch(new Request(input, init)), budget: calls, clock, random, loopback: 'allowed' });
  return Promise.resolve({
    store: connect(KEYS, budget),
    stranger: connect({ ...KEYS, secret: 'cs_wrong' }, new CallBudget(100)),
    budget,
    product: brandId(10),
    otherProduct: brandId(11),
    unknownProduct: brandId(999_999),
    unknownReview: brandId(999_999),
    run: 'c',
    close: () => Promise.resolve(),
  });
}

storeContract('WooCommerce over https, with Basic', () => openStandIn('https://shop.example'));
storeContract('WooCommerce over http on this machine, with OAuth 1.0a', () => openStandIn('http://127.0.0.1:8099'));
storeContract('WooCommerce over https, with an application password', () => openStandIn('https://shop.example', true));

import { openJournal, type Journal } from '../journal';
import type { SandboxClock } from '../clock';
import type { Delivery } from './event-delivery';
import { openSigningKey } from './signing-key';
import type { SwitchChanges } from './switches';
import { createWixStandIn, type WixStandIn } from './wix-stand-in';

export const APP = { id: 'b3f0f8b2-6a34-4a2e-9d7b-0a4a8a7d5a11', secret: 'local-secret' } as const;
export const SITE = 'aaaaaaaa-0000-4000-8000-000000000001';
export const OTHER_SITE = 'bbbbbbbb-0000-4000-8000-000000000002';
export const COLLECTION = '@local/review-relay/links';

interface KeyRow {
  readonly id: string;
  readonly privateKeyPem: string;
}

/** Making a key takes long; one is enough for all tests of a file. */
const donor = openJournal(null);
openSigningKey(donor);

function lendKey(journal: Journal): void {
  const keys = journal.table<KeyRow>('wix/keys');
  if (keys.size === 0) donor.table<KeyRow>('wix/keys').all().forEach(keys.put);
}

/** A clock that stands still until told otherwise; due work runs in order. */
export interface ManualClock extends SandboxClock {
  advance(byMs: number): void;
}

export function manualClock(startMs = Date.now()): ManualClock {
  let nowMs = startMs;
  let waiting: { readonly atMs: number; readonly run: () => void }[] = [];
  return {
    speed: 1,
    nowMs: () => nowMs,
    after(delayMs, run) {
      const entry = { atMs: nowMs + delayMs, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((one) => one !== entry);
      };
    },
    advance(byMs) {
      const untilMs = nowMs + byMs;
      for (;;) {
        const next = waiting.filter(({ atMs }) => atMs <= untilMs).toSorted((left, right) => left.atMs - right.atMs)[0];
        if (next === undefined) break;
        waiting = waiting.filter((one) => one !== next);
        nowMs = Math.max(nowMs, next.atMs);
        next.run();
      }
      nowMs = untilMs;
    },
  };
}

export interface TestSite {
  readonly wix: WixStandIn;
  readonly clock: ManualClock;
  readonly deadline: ManualClock;
  readonly delivered: Delivery[];
  /** What the app answers to events. */
  answer: () => Promise<number | 'not-subscribed'>;
  /** Calls as the app on `SITE` unless another token is given. */
  call(method: string, path: string, body?: unknown, token?: string): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;
  contact(email: string): Promise<string>;
}

export async function testSite(switches: SwitchChanges = {}, journal: Journal = openJournal(null)): Promise<TestSite> {
  lendKey(journal);
  const clock = manualClock();
  const deadline = manualClock();
  const delivered: Delivery[] = [];
  const wix = createWixStandIn({
    app: APP, journal, clock, deadline, switches, collections: [COLLECTION],
    fetchFile: ({ url }) => Promise.resolve(new Response('a picture', { status: url.includes('broken') ? 404 : 200 })),
    deliver(delivery) {
      delivered.push(delivery);
      return site.answer();
    },
  });
  for (const instanceId of [SITE, OTHER_SITE]) wix.installApp({ instanceId, displayName: 'Shop' });
  const site: TestSite = {
    wix, clock, deadline, delivered,
    answer: () => Promise.resolve(200),
    async call(method, path, body, token = appToken(wix, SITE)) {
      const init = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await wix.fetch(new Request(`https://www.wixapis.com${path}`, { method, headers: { authorization: token }, ...init }));
      return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
    },
    async contact(email) {
      const { body } = await site.call('POST', '/contacts/v4/contacts', { info: { name: { first: 'Ann' }, emails: { items: [{ email, tag: 'MAIN' }] } } });
      return (body as { readonly contact: { readonly id: string } }).contact.id;
    },
  };
  await wix.events.flush();
  // Past the moment the installation was announced.
  clock.advance(1_000);
  delivered.length = 0;
  return site;
}

export function appToken(wix: WixStandIn, instanceId: string): string {
  return wix.world.tokens.issue({ subjectType: 'APP', subjectId: APP.id, clientId: APP.id, instanceId }).token;
}

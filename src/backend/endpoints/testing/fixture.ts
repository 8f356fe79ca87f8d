import { createHmac } from 'node:crypto';
import { brandId, type InstanceId, type StoreProductId, type WixProductId } from '../../../core/ids';
import { connectionRowId } from '../../../core/link-id';
import { SyncError } from '../../../core/sync-error';
import type { VerifyDelivery } from '../../stores/store';
import type { CallBudget } from '../../sync/call-budget';
import { currentConnection } from '../../sync/current-connection';
import type { PreviewRunRow } from '../../sync/preview-row';
import type { SiteSession, SyncSession } from '../../sync/session';
import type { ConnectionRow, RunRow } from '../../sync/tables';
import type { Contact, WixPort, WixProduct, WixReview } from '../../sync/wix-port';
import { DEFAULT_POLICY } from '../../../core/default-policy';
import type { EndpointDeps, StoreKeys, TokenClaims } from '../endpoint';
import type { Showcase } from '../showcase';
import { FakeAlerts } from './fake-alerts';
import { fakeCatalog } from './fake-catalog';
import { fakeReviews } from './fake-reviews';
import { FakeStore } from './fake-store';
import { MemoryTables } from './memory-rows';
import { createTickBrake } from '../visitor-brake';

export const SITE = brandId<InstanceId>('site-a');
export const OTHER_SITE = brandId<InstanceId>('site-b');
export const NOW_MS = Date.UTC(2026, 10, 23, 12);
const APP_KEY = 'app-key';

/** Everything a handler test needs to see and to steer. */
export interface Fixture {
  readonly deps: EndpointDeps;
  readonly tables: MemoryTables;
  readonly store: FakeStore;
  readonly alerts: FakeAlerts;
  readonly wixProducts: WixProduct[];
  readonly wixReviews: Map<string, WixReview>;
  readonly resolved: { readonly id: string; readonly pick: string }[];
  readonly contacts: Contact[];
  readonly drained: SyncSession[];
  readonly ticked: SyncSession[];
  /** Pauses asked for, in milliseconds. */
  readonly waits: number[];
  readonly hints: { readonly instanceId: InstanceId; readonly productId: StoreProductId; readonly drainsBefore: number }[];
  readonly openedWith: StoreKeys[];
  readonly budgets: CallBudget[];
  run: RunRow | null;
  preview: PreviewRunRow | null;
  /** What visitors are shown; nothing unless a test says so. */
  showcase: (instanceId: InstanceId, budget: CallBudget) => Showcase;
  /** How long the brake makes visitors wait. */
  brakeMs: number;
}

export function fixture(): Fixture {
  const state: Omit<Fixture, 'deps'> = {
    tables: new MemoryTables(), store: new FakeStore(), alerts: new FakeAlerts(), wixProducts: [], wixReviews: new Map(), contacts: [], resolved: [], drained: [], ticked: [], waits: [], hints: [], openedWith: [], budgets: [], run: null, preview: null, brakeMs: 0,
    showcase: () => ({ mostHelpful: async () => [], withFiles: async () => [], complete: async (reviews) => reviews }),
  };
  let nonces = 0;
  const live: Fixture = { ...state, deps: {
    authorise: async (request) => ({ instanceId: siteOf(request) }),
    authoriseVisitor: async (request) => ({ instanceId: visitedSiteOf(request), visitor: 'visitor-1' }),
    openShowcase: (instanceId, budget) => {
      live.budgets.push(budget);
      return live.showcase(instanceId, budget);
    },
    brake: { admit: () => live.brakeMs, giveBack: () => undefined }, tickBrake: createTickBrake(),
    openSite: (instanceId, budget) => openSite(live, instanceId, budget),
    openSync: (site) => openSync(live, site),
    connectStore: (keys, budget) => {
      live.openedWith.push(keys);
      return live.store.open(budget);
    },
    checkReplies: async (_store, { password }, budget) => {
      budget.spend(2);
      if (password === 'wrong') throw new SyncError('REPLIES_PASSWORD');
      return [1];
    },
    seal: async (text, context) => `sealed:${Buffer.from(`${context}|${text}`).toString('base64')}`,
    unseal: async (sealed, context) => {
      const opened = Buffer.from(sealed.replace('sealed:', ''), 'base64').toString();
      if (!opened.startsWith(`${context}|`)) throw new Error('wrong context');
      return opened.slice(context.length + 1);
    },
    signHookToken: async (claims) => signToken('hook', claims),
    readHookToken: async (token) => readToken('hook', token),
    storeWebhookSecret: async (token) => hmac(`secret|${token}`),
    verifyDelivery,
    signTickToken: async (claims) => signToken('tick', claims),
    readTickToken: async (token) => readToken('tick', token),
    readPictureToken: async (token) => (token.startsWith('https:') ? { url: token, untilMs: NOW_MS + 1 } : null),
    fetchPicture: async () => Promise.reject(new SyncError('PICTURE_FAILED')),
    inBackground: async (work) => work(),
    newNonce: () => `nonce-${(nonces += 1)}`,
    randomBytes: (bytes) => bytes.fill(7),
    clock: { nowMs: () => NOW_MS },
    wait: async (waitMs) => void live.waits.push(waitMs),
    random: () => 0.5,
    appOrigin: () => 'https://app.example',
    engine: fakeEngine(() => live),
  } };
  return live;
}

/** Does nothing but note what it was asked to do. */
function fakeEngine(live: () => Fixture): EndpointDeps['engine'] {
  return {
    drain: async (session) => {
      live().drained.push(session);
      return { links: 2, hints: 1, more: false };
    },
    probeWhenDue: async () => true,
    tickBackfill: async (session) => {
      live().ticked.push(session);
      return live().run;
    },
    startBackfill: async () => (live().run = runRow({})),
    startSweep: async () => (live().run = runRow({ kind: 'sweep' })),
    startRollback: async (_session, undoes) => (live().run = runRow({ kind: 'rollback', phase: 'undo', undoes })),
    startRemoval: async () => (live().run = runRow({ kind: 'removal', phase: 'undo' })),
    cancelRun: async () => changeRun(live(), 'cancelled'),
    releaseRun: async () => changeRun(live(), 'running'),
    sweepWhenDue: async () => false,
    lookAtNewestWhenDue: async () => false,
    resolveConflict: async (session, id, pick) => {
      session.budget.spend();
      if (id === 'busy') throw new SyncError('BUSY');
      live().resolved.push({ id, pick });
    },
    pauseRun: async () => changeRun(live(), 'paused'),
    resumeRun: async () => changeRun(live(), 'running'),
    ...previewEngine(live),
    receiveHint: async ({ instanceId, budget }, productId) => {
      budget.spend();
      live().hints.push({ instanceId, productId, drainsBefore: live().drained.length });
      const row = { _id: 'hint', instanceId, storeProductId: productId, cursor: null, attempts: 0, marks: 1, turn: 1, leaseUntilMs: 0, heldUntilMs: 0, dueAtMs: NOW_MS };
      return { row, owned: true };
    },
    followHint: async (session) => {
      live().drained.push(session);
    },
  };
}

/** Walks nothing, but keeps the preview's row as the real one does. */
function previewEngine(live: () => Fixture): Pick<EndpointDeps['engine'], 'startPreview' | 'tickPreview' | 'currentPreview' | 'cancelPreview'> {
  const change = async (state: RunRow['state']): Promise<PreviewRunRow | null> => {
    const { preview } = live();
    return preview === null ? null : (live().preview = { ...preview, state });
  };
  return {
    startPreview: async () => (live().preview = previewRow({})),
    tickPreview: async ({ budget }) => {
      budget.spend(9);
      return { preview: await change('done'), waitMs: 0 };
    },
    currentPreview: async ({ budget }) => {
      budget.spend();
      return live().preview;
    },
    cancelPreview: () => change('cancelled'),
  };
}

/** The caller is named by the token itself; what only looks like an owner is told apart as the real one must. */
function siteOf(request: Request): InstanceId {
  const token = request.headers.get('authorization');
  switch (token) {
    case 'owner-a':
      return SITE;
    case 'owner-b':
      return OTHER_SITE;
    case 'visitor':
    case 'member':
    case 'other-app':
      throw new SyncError('NOT_ALLOWED');
    default:
      throw new SyncError('TOKEN_INVALID');
  }
}

/** Whoever looks at a page of a site, its owner included. */
function visitedSiteOf(request: Request): InstanceId {
  const token = request.headers.get('authorization');
  return token === 'visitor' || token === 'member' ? SITE : siteOf(request);
}

function openSite(live: Fixture, instanceId: InstanceId, budget: CallBudget): SiteSession {
  live.budgets.push(budget);
  const absent = (): Promise<never> => Promise.reject(new SyncError('UNEXPECTED', { got: 'a call no handler makes' }));
  const wix: WixPort = {
    ...fakeReviews(live.wixReviews, budget), ...fakeCatalog(live.wixProducts, budget), countReviews: async () => {
      budget.spend();
      return live.wixReviews.size;
    },
    newestReviews: absent, findReviews: absent, createReviews: absent,
    files: { importFiles: absent, filesById: absent, searchFiles: absent, deleteFiles: absent }, setMedia: absent,
    updateReview: absent, moderate: absent, deleteReview: absent, createContact: absent,
    contactsByEmail: async (emails) => {
      budget.spend();
      return new Map(live.contacts.flatMap(({ id, email }) => (email !== null && emails.includes(email) ? [[email, id] as const] : [])));
    },
    contactsById: async (ids) => {
      budget.spend();
      return new Map(live.contacts.filter(({ id }) => ids.includes(id)).map((contact) => [contact.id, contact]));
    },
  };
  return { instanceId, budget, clock: live.deps.clock, random: live.deps.random, rows: live.tables.of(instanceId, budget), wix, alerts: live.alerts.port(budget) };
}

async function openSync(live: Fixture, site: SiteSession): Promise<SyncSession> {
  const connection = await currentConnection(site);
  if (connection === null || connection.paused) throw new SyncError('NOT_CONNECTED');
  return { ...site, connection, store: live.store.open(site.budget), pictureAddress: async (url) => url };
}

function changeRun(live: Fixture, state: RunRow['state']): RunRow {
  if (live.run === null) throw new SyncError('INPUT_INVALID', { field: 'action' });
  return (live.run = { ...live.run, state });
}

function hmac(text: string | Uint8Array, key = APP_KEY): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

function signToken(use: string, claims: TokenClaims): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${body}.${hmac(`${use}|${body}`)}`;
}

function readToken(use: string, token: string): TokenClaims | null {
  const [body = '', signature] = token.split('.');
  return signature === hmac(`${use}|${body}`) ? (JSON.parse(Buffer.from(body, 'base64url').toString()) as TokenClaims) : null;
}

/** As a store's: a signature over the exact bytes, except for the ping. */
const verifyDelivery: VerifyDelivery = async ({ headers, rawBody }, secret) => {
  const text = new TextDecoder().decode(rawBody);
  if (text.startsWith('webhook_id=')) return { kind: 'ping' };
  if (headers.get('x-signature') !== signBody(text, secret)) return { kind: 'forged' };
  const { arg } = JSON.parse(text) as { arg?: string };
  return { kind: 'hint', hint: arg === undefined ? { kind: 'none' } : { kind: 'product', productId: brandId<StoreProductId>(arg) } };
};

export function signBody(body: string, secret: string): string {
  return hmac(body, secret);
}

export function connectionRow(live: Fixture, change: Partial<ConnectionRow> = {}): ConnectionRow {
  const instanceId = change.instanceId ?? SITE;
  const row: ConnectionRow = {
    _id: connectionRowId(instanceId), instanceId,
    storeKind: 'woocommerce', storeUrl: 'https://shop.example', storeName: 'Corner Shop',
    credentials: `sealed:${Buffer.from(`${instanceId}|{"key":"ck_live","secret":"cs_live"}`).toString('base64')}`,
    nonce: 'nonce-now', appOrigin: 'https://app.example', webhookId: null, webhookUrl: null, webhookStatus: 'active', paused: false,
    policy: DEFAULT_POLICY, connectedAt: '2026-11-01T08:00:00.000Z', backlogDueAtMs: null, walking: false, sweptAtMs: null, newestSeenAtMs: null, contactsMerged: false, alertBelow: null, alerts: null,
    ...change,
  };
  live.tables.put('connections', row);
  return row;
}

export function runRow(change: Partial<RunRow>): RunRow {
  return {
    _id: 'run', instanceId: SITE, kind: 'backfill', state: 'running', phase: 'store', cursor: null, turn: 1,
    wixTotal: 1000, storeTotal: 1000, pushTotal: null, wixDone: 1000, storeDone: 200, pushDone: 0, checkDone: 0, undone: 0, changed: 0, absent: 0,
    released: false, undoes: null, statement: null,
    workedMs: 60_000, code: null, startedAtMs: NOW_MS - 90_000, updatedAtMs: NOW_MS, leaseUntilMs: 0,
    ...change,
  };
}

export function previewRow(change: Partial<PreviewRunRow>): PreviewRunRow {
  return { ...runRow({}), stage: 'walking', copyCursor: null, calls: 240, contacts: 12, productsAtMs: null, fieldsAtMs: null, before: { matched: 0, 'created-on-wix': 0, 'created-in-store': 0 }, ...change };
}

export function wixProduct(id: string, name: string, sku: string | null = null): WixProduct {
  return { id: brandId<WixProductId>(id), name, sku, slug: name.toLowerCase().replaceAll(' ', '-') };
}

interface Ask {
  readonly method?: string;
  readonly as?: string;
  readonly body?: unknown;
}

/** A request as the dashboard sends it; `as` is the caller's token. */
export function ask(path: string, { method = 'POST', as = 'owner-a', body }: Ask = {}): Request {
  return new Request(`https://app.example/api/${path}`, {
    method,
    headers: as === '' ? {} : { authorization: as },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

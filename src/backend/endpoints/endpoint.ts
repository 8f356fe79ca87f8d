import type { InstanceId } from '../../core/ids';
import type { CallBudget } from '../sync/call-budget';
import type { Clock } from '../sync/clock';
import type { SessionOpener } from '../sync/session';
import type { ReplyKeys } from '../stores/woocommerce/reply-keys';
import type { Store, VerifyDelivery } from '../stores/store';
import type { Engine } from './engine';
import type { Showcase } from './showcase';
import type { VisitorBrake } from './visitor-brake';

/** What an unguessable address stands for: one site, and the connection it was made for. */
export interface TokenClaims {
  readonly instanceId: InstanceId;
  /** The connection's nonce when the token was signed; the row's present one decides whether it still counts. */
  readonly nonce: string;
}

/** A merchant's address and keys, as typed. They live in one request and, sealed, in one row. */
export interface StoreKeys {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  /** For the shop's replies, where the merchant gave it. */
  readonly replies?: ReplyKeys | undefined;
}

/** Everything an endpoint reaches outside its own request. `src/backend/wix/endpoint-deps.ts` makes the real one. */
export interface EndpointDeps extends SessionOpener {
  /**
   * Whose site the caller may manage. Throws `TOKEN_INVALID` (nobody we know) or `NOT_ALLOWED` (a visitor, a member,
   * another app).
   */
  authorise(request: Request): Promise<{ readonly instanceId: InstanceId }>;
  /** On whose site a visitor is, and a name for them that means nothing. Throws like `authorise`. */
  authoriseVisitor(request: Request): Promise<{ readonly instanceId: InstanceId; readonly visitor: string }>;
  /** What visitors of a site may read. No call. */
  openShowcase(instanceId: InstanceId, budget: CallBudget): Showcase;
  readonly brake: VisitorBrake;
  /** The same for whoever ticks from outside. */
  readonly tickBrake: VisitorBrake;
  /** Throws `STORE_URL_*` when the address cannot be a store's. No call. */
  connectStore(keys: StoreKeys, budget: CallBudget): Store;
  /** Who speaks for the shop, by an application password tried just now. 2 calls. Throws `REPLIES_*`. */
  checkReplies(store: StoreKeys, keys: Omit<ReplyKeys, 'staff'>, budget: CallBudget): Promise<readonly number[]>;
  /** Encrypts; `context` must be given again to open it, so that a row moved to another site opens nothing. */
  seal(text: string, context: InstanceId): Promise<string>;
  unseal(sealed: string, context: InstanceId): Promise<string>;
  /** Path-safe text. */
  signHookToken(claims: TokenClaims): Promise<string>;
  /** `null` when we did not sign it. */
  readHookToken(token: string): Promise<TokenClaims | null>;
  /** The secret a store signs its deliveries with: derived, so that checking one needs no row. */
  storeWebhookSecret(token: string): Promise<string>;
  readonly verifyDelivery: VerifyDelivery;
  signTickToken(claims: TokenClaims): Promise<string>;
  readTickToken(token: string): Promise<TokenClaims | null>;
  /** `null` when we did not sign it. */
  readPictureToken(token: string): Promise<{ readonly url: string; readonly untilMs: number } | null>;
  /** Throws `PICTURE_FAILED`. */
  fetchPicture(url: string): Promise<Response>;
  /** Lets work go on after the answer where the platform can; awaits it where it cannot. Never throws. */
  inBackground(work: () => Promise<void>): Promise<void>;
  newNonce(): string;
  /** Fills the bytes with chance nobody can guess. */
  randomBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  readonly clock: Clock;
  wait(waitMs: number): Promise<void>;
  /** 0 up to 1. */
  readonly random: () => number;
  /** Scheme and host the outside world reaches this app at. */
  appOrigin(request: Request): string;
  readonly engine: Engine;
}

/** Path parameters, such as `token` of `hooks/[token]`. */
export type Params = Readonly<Record<string, string | undefined>>;

export type Handler = (request: Request, deps: EndpointDeps, params: Params) => Promise<Response>;

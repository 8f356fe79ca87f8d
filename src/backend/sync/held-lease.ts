import { SyncError } from '../../core/sync-error';
import type { Store } from '../stores/store';
import { LEASE_MS, WRITE_MS } from './lease';
import type { Rows } from './rows';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';
import type { WixPort } from './wix-port';

/**
 * A claim that is still ours when something is written. Several slow answers may outlast a lease, and whoever takes the
 * link then must not be written against: before each write the lease is made to last for it, by an increment as in
 * `claim`, so that of both only one goes on. No call while there is time enough, 1 else. Who finds the link taken has
 * marked it by that, and it is looked at once more.
 */
export class HeldLease {
  readonly #session: SyncSession;
  readonly id: LinkRow['_id'];
  #turn: number;
  #untilMs: number;
  #lost = false;

  constructor(session: SyncSession, { _id, turn, leaseUntilMs }: LinkRow) {
    this.#session = session;
    this.id = _id;
    this.#turn = turn;
    this.#untilMs = leaseUntilMs;
  }

  /** Somebody else has the link: nothing may be written down over what they do. */
  isLost(): boolean {
    return this.#lost;
  }

  /** Throws `BUSY` when the link is somebody else's by now. */
  async secure(forMs = WRITE_MS): Promise<void> {
    const { rows, clock } = this.#session;
    const nowMs = clock.nowMs();
    if (!this.#lost && this.#untilMs >= nowMs + forMs) return;
    const untilMs = nowMs + LEASE_MS;
    const result = this.#lost ? null : await rows.patch('links', this.id, { set: { leaseUntilMs: untilMs, dueAtMs: untilMs }, increment: { turn: 1 } });
    this.#lost = result?.kind !== 'applied' || result.row.turn !== this.#turn + 1;
    if (this.#lost) throw new SyncError('BUSY', { field: 'link', got: 'one that somebody else took meanwhile', expected: 'one of ours' });
    this.#turn += 1;
    this.#untilMs = untilMs;
  }
}

/** The session, whose writes in both shops and on the link see to the lease first. What they answer is as before. */
export function writingUnder(lease: HeldLease, session: SyncSession): SyncSession {
  const secured = async <T>(write: () => Promise<T>): Promise<T> => {
    await lease.secure();
    return write();
  };
  const [store, wix] = [session.store, session.wix];
  const storeWrites: Pick<Store, 'createReviews' | 'updateReview' | 'setStatus' | 'setReply' | 'trashReview'> = {
    createReviews: (drafts) => secured(() => store.createReviews(drafts)),
    updateReview: (id, edits) => secured(() => store.updateReview(id, edits)),
    setStatus: (id, status) => secured(() => store.setStatus(id, status)),
    setReply: (review, reply) => secured(() => store.setReply(review, reply)),
    trashReview: (id) => secured(() => store.trashReview(id)),
  };
  const wixWrites: Pick<WixPort, 'createReviews' | 'updateReview' | 'setMedia' | 'moderate' | 'setReply' | 'deleteReview'> = {
    createReviews: (drafts) => secured(() => wix.createReviews(drafts)),
    updateReview: (id, revision, edits) => secured(() => wix.updateReview(id, revision, edits)),
    setMedia: (id, revision, media) => secured(() => wix.setMedia(id, revision, media)),
    moderate: (id, status) => secured(() => wix.moderate(id, status)),
    setReply: (id, reply) => secured(() => wix.setReply(id, reply)),
    deleteReview: (id) => secured(() => wix.deleteReview(id)),
  };
  const rows = Object.create(session.rows) as Rows;
  rows.patch = async (table, id, options) => {
    if (id === lease.id) await lease.secure(0);
    return session.rows.patch(table, id, options);
  };
  return { ...session, rows, store: Object.assign(Object.create(store) as Store, storeWrites), wix: Object.assign(Object.create(wix) as WixPort, wixWrites) };
}

import { isStoreDown, probeDelayMs, saysDown } from '../../core/store-probe';
import { isSyncError, SyncError } from '../../core/sync-error';
import type { SiteSession } from './session';
import type { ConnectionRow } from './tables';

type Health = Pick<ConnectionRow, 'storeFailures' | 'storeProbeAtMs' | 'storeProbes' | 'storeDownSinceMs' | 'storeDownCode'>;

/** The probe's claim, and the probe. */
const PROBE_CALLS = 2;

/**
 * Leaves a store alone that is down. After some failures in a row its calls are refused without being made
 * (`STORE_DOWN`) until the time of the next probe; then one caller, whoever wins an atomic increment, makes its call, and the
 * answer decides. State is on the connection, which every invocation reads anyway: no call of our own while all is well.
 */
export class StoreBreaker {
  readonly #site: Pick<SiteSession, 'rows' | 'clock' | 'budget'>;
  readonly #id: string;
  #health: Health;

  constructor(site: Pick<SiteSession, 'rows' | 'clock' | 'budget'>, connection: ConnectionRow) {
    this.#site = site;
    this.#id = connection._id;
    this.#health = connection;
  }

  /** Whether calls are refused at this moment. */
  readonly isShut = (): boolean => this.isDown() && this.#msUntilProbe() > 0;

  /** Whether the store gave no answer lately; a probe may be due. */
  readonly isDown = (): boolean => isStoreDown(this.#health.storeFailures);

  async call<T>(work: () => Promise<T>): Promise<T> {
    if (this.isDown()) await this.#claimProbe();
    const result = await work().catch((error: unknown) => this.#failed(error));
    await this.#answered();
    return result;
  }

  async #claimProbe(): Promise<void> {
    const { rows, clock, budget } = this.#site;
    if (this.isShut()) throw this.#refusal();
    if (!budget.has(PROBE_CALLS)) throw new SyncError('BUDGET_SPENT', { field: 'calls', got: 'a probe of the store', expected: `${PROBE_CALLS} calls left` });
    const ticket = this.#health.storeProbes ?? 0;
    // Should the process die before the answer, the next probe has its time already.
    const claim = { set: { storeProbeAtMs: clock.nowMs() + probeDelayMs(this.#health.storeFailures ?? 0) }, increment: { storeProbes: 1 } };
    const result = await rows.patch('connections', this.#id, claim);
    if (result.kind === 'missing') throw new SyncError('NOT_CONNECTED');
    this.#health = result.row;
    // Who came second waits for what the first finds out; where the store answered meanwhile, nothing is shut any more.
    if (result.row.storeProbes !== ticket + 1 && this.isDown()) throw this.#refusal();
  }

  async #failed(error: unknown): Promise<never> {
    if (!isSyncError(error)) throw error;
    if (!saysDown(error.code)) {
      // Whatever it says, there is somebody who says it. A spent budget says nothing: no call was made.
      if (error.code !== 'BUDGET_SPENT') await this.#answered();
      throw error;
    }
    const { storeFailures: known, storeProbes, storeDownSinceMs } = this.#health;
    const failures = (known ?? 0) + 1;
    const nowMs = this.#site.clock.nowMs();
    const set = { storeProbeAtMs: nowMs + probeDelayMs(failures, error.details.retryAfterMs), storeDownSinceMs: storeDownSinceMs ?? nowMs, storeDownCode: error.code };
    // Counted where they are kept, since calls that fail together each know of one only. What has no number yet is given one.
    await (known == null ? this.#note({ ...set, storeFailures: 1, ...(storeProbes == null ? { storeProbes: 0 } : {}) }) : this.#note(set, { storeFailures: 1 }));
    throw this.isDown() ? this.#refusal() : error;
  }

  async #answered(): Promise<void> {
    if ((this.#health.storeFailures ?? 0) > 0) await this.#note({ storeFailures: 0, storeProbeAtMs: null, storeDownSinceMs: null, storeDownCode: null });
  }

  /** What became of the call itself matters more than this record, which the next call makes good. 1 call, none when they run short. */
  async #note(set: Health, increment: { readonly storeFailures?: number } = {}): Promise<void> {
    const { rows, budget } = this.#site;
    this.#health = { ...this.#health, storeFailures: (this.#health.storeFailures ?? 0) + (increment.storeFailures ?? 0), ...set };
    // One is left for the caller, who has to let go of what it holds.
    if (!budget.has(2)) return;
    try {
      const result = await rows.patch('connections', this.#id, { set, increment });
      if (result.kind === 'applied') this.#health = result.row;
    } catch (error) {
      if (!isSyncError(error)) throw error;
    }
  }

  #refusal(): SyncError {
    return new SyncError('STORE_DOWN', { got: this.#health.storeDownCode ?? 'no answer', retryAfterMs: this.#msUntilProbe() });
  }

  #msUntilProbe(): number {
    return Math.max(0, (this.#health.storeProbeAtMs ?? 0) - this.#site.clock.nowMs());
  }
}

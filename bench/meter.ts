import { usedBytes } from './collect-garbage';

/** What one job cost. */
export interface Cost {
  readonly wixCalls: number;
  readonly dataCalls: number;
  readonly storeCalls: number;
  readonly bytes: number;
  readonly cpuMs: number;
}

/** Counts calls and the bytes they carry, the CPU between two points, and what a job holds in memory. */
export class Meter {
  #wix = 0;
  #data = 0;
  #store = 0;
  #bytes = 0;
  #cpu = process.cpuUsage();
  /** CPU that went into looking at the memory. */
  #lookingMs = 0;
  #look: () => void = () => undefined;

  /** Bytes that `job` holds at its fullest moment: looked at with each answer, garbage collected first. */
  async highWater(job: () => Promise<unknown>): Promise<number> {
    const before = this.#used();
    let most = 0;
    this.#look = () => {
      most = Math.max(most, this.#used() - before);
    };
    await job();
    this.#look = () => undefined;
    return most;
  }

  #used(): number {
    const cpu = process.cpuUsage();
    const bytes = usedBytes();
    const { user, system } = process.cpuUsage(cpu);
    this.#lookingMs += (user + system) / 1000;
    return bytes;
  }

  count(far: 'wix' | 'store' | 'rows', bytes: number): void {
    if (far === 'wix') this.#wix += 1;
    else if (far === 'rows') this.#data += 1;
    else this.#store += 1;
    this.#bytes += bytes;
    this.#look();
  }

  /** What was spent since the last reading. */
  read(): Cost {
    const { user, system } = process.cpuUsage(this.#cpu);
    const cost: Cost = {
      wixCalls: this.#wix, dataCalls: this.#data, storeCalls: this.#store, bytes: this.#bytes,
      cpuMs: (user + system) / 1000 - this.#lookingMs,
    };
    this.#lookingMs = 0;
    this.#wix = this.#data = this.#store = this.#bytes = 0;
    this.#cpu = process.cpuUsage();
    return cost;
  }
}

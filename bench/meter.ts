/** What one job cost. */
export interface Cost {
  readonly wixCalls: number;
  readonly dataCalls: number;
  readonly storeCalls: number;
  readonly bytes: number;
  readonly cpuMs: number;
  readonly heapMb: number;
}

/** Counts calls and the bytes they carry, and the CPU between two points. */
export class Meter {
  #wix = 0;
  #data = 0;
  #store = 0;
  #bytes = 0;
  #cpu = process.cpuUsage();

  count(far: 'wix' | 'store' | 'rows', bytes: number): void {
    if (far === 'wix') this.#wix += 1;
    else if (far === 'rows') this.#data += 1;
    else this.#store += 1;
    this.#bytes += bytes;
  }

  /** What was spent since the last reading. */
  read(): Cost {
    const { user, system } = process.cpuUsage(this.#cpu);
    const cost: Cost = {
      wixCalls: this.#wix, dataCalls: this.#data, storeCalls: this.#store, bytes: this.#bytes,
      cpuMs: (user + system) / 1000, heapMb: process.memoryUsage().heapUsed / 1_048_576,
    };
    this.#wix = this.#data = this.#store = this.#bytes = 0;
    this.#cpu = process.cpuUsage();
    return cost;
  }
}

/** Time is handed in so that tests and the simulator own it. */
export interface Clock {
  /** Epoch milliseconds. */
  nowMs(): number;
}

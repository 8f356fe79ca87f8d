import { readFileSync } from 'node:fs';

/** One request to a real WooCommerce 10.5.0 and what it answered. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

export interface CapturedDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly raw_body: string;
}

/** Reads a file of `samples/`, whose shape is fixed because the files never change. */
function readSample(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`samples/${name}.json`, import.meta.url), 'utf8'));
}

export function readExchanges(name: string): readonly Exchange[] {
  return (readSample(name) as { exchanges: readonly Exchange[] }).exchanges;
}

export function readDeliveries(name: string): { secret: string; deliveries: readonly CapturedDelivery[] } {
  const { secret = 'whsec_local_test', deliveries } = readSample(name) as { secret?: string; deliveries: readonly CapturedDelivery[] };
  return { secret, deliveries };
}

/** What each review change queues on the real store; the authority on events. */
export function readQueueTable(): readonly { step: string; queued: string }[] {
  return (readSample('webhook-queue-per-event') as { results: readonly { step: string; queued: string }[] }).results;
}

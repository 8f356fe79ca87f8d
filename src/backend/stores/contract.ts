import { afterAll, beforeAll, describe } from 'vitest';
import { batchContract } from './contract/batches';
import { Bench, type ContractSubject } from './contract/bench';
import { hidingContract } from './contract/hiding';
import { keysAndCallsContract } from './contract/keys-and-calls';
import { productsContract } from './contract/products';
import { repliesContract } from './contract/replies';
import { readingContract, readingManyContract } from './contract/reading';
import { webhookContract } from './contract/webhooks';
import { writingContract } from './contract/writing';

export type { ContractSubject } from './contract/bench';

/**
 * What every connector promises the engine, as tests: pass it to a stand-in and to a real store alike. Reviews made
 * are moved to the bin at the end, and `close` takes their products away.
 */
export function storeContract(name: string, open: () => Promise<ContractSubject>): void {
  describe(name, () => {
    const bench = new Bench(open);
    beforeAll(() => bench.open());
    afterAll(() => bench.close());

    productsContract(bench);
    readingContract(bench);
    readingManyContract(bench);
    writingContract(bench);
    batchContract(bench);
    hidingContract(bench);
    repliesContract(bench);
    webhookContract(bench);
    keysAndCallsContract(bench);
  });
}

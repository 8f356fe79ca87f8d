import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';

const KILLED_AFTER_TICKS = 12;

/** What both shops hold in the end, without the ids each run makes anew. */
async function contents(sandbox: RunningSandbox): Promise<readonly string[]> {
  const wix = (await sandbox.wixReviews()).map(({ entityId, content, author }) => JSON.stringify(['wix', entityId, author.authorName, content.rating, content.body]));
  const store = (await sandbox.storeReviews()).map(({ productId, author, email, rating, content }) => JSON.stringify(['store', productId, author, email, rating, content]));
  return [...wix, ...store].sort();
}

async function undisturbed(): Promise<readonly string[]> {
  const sandbox = await startSandbox({ walked: true, switches: { quota: 'off' } });
  const result = await contents(sandbox);
  await sandbox.stop();
  return result;
}

/** Killed in the middle of a tick, started again on what it left. */
async function killed(): Promise<readonly string[]> {
  const first = await startSandbox({ switches: { quota: 'off' } });
  const token = await first.token('USER');
  await first.endpoint('sync/backfill', token, { action: 'start' });
  for (let ticks = 0; ticks < KILLED_AFTER_TICKS; ticks += 1) await first.tick(token);
  const cut = first.endpoint('sync/tick', token, {}).catch(() => null);
  await first.kill9();
  await cut;
  const second = await startSandbox({ switches: { quota: 'off' }, stateDir: first.stateDir, port: first.port });
  await second.backfill();
  await second.settle();
  const result = await contents(second);
  await second.stop();
  rmSync(first.stateDir, { recursive: true, force: true });
  return result;
}

describe('a sandbox that is killed in the middle of the backfill', () => {
  it('ends with exactly the reviews it would have had', async () => {
    const expected = await undisturbed();
    expect(await killed()).toEqual(expected);
  });
});

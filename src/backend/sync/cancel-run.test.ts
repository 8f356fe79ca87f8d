import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { tickBackfill } from './backfill';
import { CallBudget } from './call-budget';
import { cancelRun } from './cancel-run';
import { pauseRun, startBackfill } from './run';

function shops(): TestSite {
  const site = new TestSite();
  for (let person = 2; person <= 40; person += 1) {
    site.addPerson(person);
    site.writeInStore(`Written by ${person}`, { person });
  }
  return site;
}

describe('a walk that is cancelled', () => {
  it('stops for good: later ticks write nothing, and nobody looks for it', async () => {
    const site = shops();
    await site.run(startBackfill);
    expect((await site.run(cancelRun)).state).toBe('cancelled');
    expect(site.connection().walking).toBe(false);
    expect(await site.run(tickBackfill)).toBeNull();
    expect(site.writes()).toEqual([]);
  });

  it('can be cancelled while it is paused', async () => {
    const site = shops();
    await site.run(startBackfill);
    await site.run(pauseRun);
    expect((await site.run(cancelRun)).state).toBe('cancelled');
  });

  it('keeps what it copied, and a new one does not copy it again', async () => {
    const site = shops();
    await site.run(startBackfill);
    for (let ticks = 0; ticks < 3; ticks += 1) await site.run((session) => tickBackfill(session));
    await site.run(cancelRun);
    const copied = site.onWix().length;
    await site.run(startBackfill);
    for (let ticks = 0; ticks < 40 && site.runs()[0]?.state !== 'done'; ticks += 1) {
      await site.run((session) => tickBackfill(session));
      site.passMs(1_000);
    }
    expect(copied).toBeLessThanOrEqual(39);
    expect(site.onWix()).toHaveLength(39);
  });

  it('stays cancelled when a tick that was at work ends after it', async () => {
    const site = shops();
    await site.run(startBackfill);
    const { instanceId } = site.connection();
    await site.runTogether(
      async (opener) => tickBackfill(await opener.openSync(opener.openSite(instanceId, new CallBudget(17)))),
      async (opener) => cancelRun(opener.openSite(instanceId, new CallBudget(17))),
    );
    expect(site.runs()[0]?.state).not.toBe('running');
  });

  it('says so when there is none, and leaves one that is over as it is', async () => {
    const site = shops();
    await expect(site.run(cancelRun)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await site.run(startBackfill);
    await site.run(cancelRun);
    const calls = site.calls.length;
    expect((await site.run(cancelRun)).state).toBe('cancelled');
    expect(site.calls.slice(calls).filter((call) => call === 'rows.patch')).toEqual([]);
  });
});

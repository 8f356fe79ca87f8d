import { describe, expect, it } from 'vitest';
import { isSyncError } from '../../core/sync-error';
import { otherSide, type ReviewFields } from '../../core/review';
import type { PlannedFault } from '../../../test/support/planned-faults';
import { TestSite } from '../../../test/support/test-site';
import { claim } from './claim';
import { LEASE_MS } from './lease';
import { leased, storeBornLink, wixBornLink } from './new-link';
import type { SyncSession } from './session';
import { settle } from './settle';
import type { LinkRow } from './tables';

type How = PlannedFault['how'];

interface Scenario {
  /** What is there before the change: nothing, or a pair in step that was written on that side. */
  readonly pair: 'wix' | 'store' | null;
  readonly change: (site: TestSite) => void;
  /** What the message about the change puts on the row. */
  readonly mark?: Partial<LinkRow>;
  /** The row is written by the very invocation that settles it first. */
  readonly fresh?: boolean;
  /** The one call that may take effect, and what both shops show in the end. */
  readonly write: string;
  readonly end: Partial<ReviewFields> | 'gone';
}

const edit = { body: 'Runs small', rating: 2 } as const;

function changeOnWix(site: TestSite, fields: Partial<ReviewFields>): void {
  for (const { id } of site.onWix()) site.world.shops.changeOnWix(id, fields, false);
}
function changeInStore(site: TestSite, fields: Partial<ReviewFields>): void {
  for (const one of site.inStore()) site.world.shops.changeInStore(one.id, { fields: { ...one.fields, ...fields } }, false);
}
function deleteOnWix(site: TestSite): void {
  for (const { id } of site.onWix()) site.world.shops.deleteOnWix(id, false);
}
function trashInStore(site: TestSite): void {
  for (const { id } of site.inStore()) site.world.shops.changeInStore(id, { trashed: true }, false);
}

/** A review that is only on Wix, with its row. */
function bornOnWix(site: TestSite): void {
  const event = site.event(site.writeOnWix('Fits well'));
  site.put('links', wixBornLink(event.instanceId, event, site.nowMs));
}
/** A review that is only in the store, with its row. */
function bornInStore(site: TestSite): void {
  const review = site.writeInStore('Fits well');
  const [product] = site.world.products;
  const [person] = site.world.people;
  if (product?.wix == null || person?.contactId == null) throw new Error('Expected a matched product and a known person');
  site.put('links', storeBornLink(site.connection().instanceId, review, product.wix, person.contactId, site.nowMs));
}

const said = { body: 'Fits well', rating: 4, status: 'published' } as const;

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a create in the store': { pair: null, change: bornOnWix, write: 'store.createReviews', end: said },
  'a create in the store, on a row just written': { pair: null, change: bornOnWix, fresh: true, write: 'store.createReviews', end: said },
  'a create on Wix': { pair: null, change: bornInStore, write: 'wix.createReviews', end: said },
  'a create on Wix, on a row just written': { pair: null, change: bornInStore, fresh: true, write: 'wix.createReviews', end: said },
  'an edit on Wix': { pair: 'wix', change: (site) => { changeOnWix(site, edit); }, write: 'store.updateReview', end: edit },
  'an edit on Wix of a review born in the store': { pair: 'store', change: (site) => { changeOnWix(site, edit); }, write: 'store.updateReview', end: edit },
  'an edit in the store': { pair: 'store', change: (site) => { changeInStore(site, edit); }, write: 'wix.updateReview', end: edit },
  'an edit in the store of a review born on Wix': { pair: 'wix', change: (site) => { changeInStore(site, edit); }, write: 'wix.updateReview', end: edit },
  'a deletion on Wix': { pair: 'wix', change: deleteOnWix, mark: { gone: 'wix' }, write: 'store.trashReview', end: 'gone' },
  'a deletion in the store': { pair: 'store', change: trashInStore, write: 'wix.deleteReview', end: 'gone' },
  'hiding on Wix': { pair: 'wix', change: (site) => { changeOnWix(site, { status: 'hidden' }); }, write: 'store.setStatus', end: { status: 'hidden' } },
  'hiding in the store': { pair: 'store', change: (site) => { changeInStore(site, { status: 'hidden' }); }, write: 'wix.moderate', end: { status: 'hidden' } },
};

const FAULTS: Readonly<Record<string, How>> = {
  'the process dies before it': 'crash-before',
  'the process dies after it': 'crash-after',
  'it is answered 5xx and did not take effect': 'before',
  'it is answered 5xx and took effect': 'after',
  'it is answered 429': 'throttled',
};

class Play {
  readonly site = new TestSite();
  /** What the app changed in either shop since the change. */
  written = 0;
  /** The write had taken effect when the first try ended. */
  copied = false;
  /** What a message that comes during the repair puts on the row; `null` when none is waiting. */
  message: Partial<LinkRow> | null = null;
  constructor(readonly scenario: Scenario) {}

  async begin(): Promise<this> {
    const { pair, change } = this.scenario;
    if (pair !== null) {
      (pair === 'wix' ? bornOnWix : bornInStore)(this.site);
      await this.invoke();
      expect(this.site.link().state).toBe('in-step');
    }
    change(this.site);
    this.site.calls.length = 0;
    this.site.world.shops.onChange = ({ byApp }) => { this.written += byApp ? 1 : 0; };
    return this;
  }

  /** One invocation: the change's own message, or what is due. `false` when it failed, and the message comes again. */
  async invoke(mark: Partial<LinkRow> = {}, fresh = false): Promise<boolean> {
    const { site } = this;
    const link = site.link();
    if (link.state === 'gone') return true;
    try {
      await site.run(async (session) => {
        const owned = fresh ? this.#insert(session, link) : await claim(session, link, mark);
        if (owned !== null) await settle(session, owned, { fresh });
      });
      return true;
    } catch (error) {
      if (isSyncError(error) || (error instanceof Error && error.name === 'Crash')) return false;
      throw error;
    }
  }

  #insert(session: SyncSession, link: LinkRow): LinkRow {
    // As the entrances insert it: owned, and with the intent already on it.
    const sent = link.birth === 'wix' ? link.wixSeen : link.storeSeen;
    const row = { ...leased(link, session.clock.nowMs()), intent: sent === null ? null : ({ kind: 'create', on: otherSide(link.birth), sent } as const) };
    this.site.put('links', row);
    return row;
  }

  /** Goes on until nothing is due and the message was taken, a lease or a retry's delay apart. */
  async finish(between: () => void = () => undefined): Promise<void> {
    const { mark, fresh } = this.scenario;
    let taken = await this.invoke(mark, fresh);
    between();
    for (let rounds = 0; rounds < 5 && (!taken || this.message !== null || this.site.link().dueAtMs !== null); rounds += 1) {
      this.site.passMs(LEASE_MS + 1);
      taken = await this.invoke({ ...mark, ...this.message });
      if (taken) this.message = null;
    }
  }

  /** The process dies after the call of that number from now on has taken effect. */
  dieAtCall(nth: number): void {
    const { world } = this.site;
    const tell = world.onCall;
    let left = nth;
    world.onCall = (call) => {
      left -= 1;
      if (left === 0) this.site.fail({ call, how: 'crash-after' });
      tell(call);
    };
  }

  outcome(): { readonly written: number } & Record<string, unknown> {
    const { site, written } = this;
    const { state, code, intent, dueAtMs, leaseUntilMs, attempts } = site.link();
    return { written, wix: site.onWix().map(({ fields }) => fields), store: site.inStore().map(({ fields }) => fields), state, code, intent, dueAtMs, leaseUntilMs, attempts };
  }
}

function expected({ end }: Scenario): Record<string, unknown> {
  const shown = end === 'gone' ? [] : [expect.objectContaining(end)];
  return { written: 1, wix: shown, store: shown, state: end === 'gone' ? 'gone' : 'in-step', code: null, intent: null, dueAtMs: null, leaseUntilMs: 0, attempts: 0 };
}

/** Every call of the trouble-free way, as faults name them. */
async function callsOf(scenario: Scenario): Promise<readonly Omit<PlannedFault, 'how'>[]> {
  const play = await new Play(scenario).begin();
  await play.finish();
  const { calls } = play.site;
  return calls.map((call, index) => ({ call, nth: calls.slice(0, index + 1).filter((other) => other === call).length }));
}

describe.each(Object.entries(SCENARIOS))('%s', (_name, scenario) => {
  it('crosses in one invocation, by one write', async () => {
    const play = await new Play(scenario).begin();
    await play.invoke(scenario.mark, scenario.fresh);
    expect(play.site.writes()).toEqual([scenario.write]);
    expect(play.outcome()).toEqual(expected(scenario));
  });

  it.each(Object.entries(FAULTS))('crosses once, whichever call fails because %s', async (_fault, how) => {
    for (const at of await callsOf(scenario)) {
      const play = await new Play(scenario).begin();
      play.site.fail({ ...at, how });
      await play.finish();
      expect({ at, end: play.outcome() }).toEqual({ at, end: expected(scenario) });
    }
  });
  it('crosses once, even when the repair dies as well, at whichever of its calls', async () => {
    for (const at of await callsOf(scenario)) {
      for (const nth of [1, 2, 3, 4, 5, 6, 7, 8]) {
        const play = await new Play(scenario).begin();
        play.site.fail({ ...at, how: 'crash-after' });
        await play.finish(() => { play.dieAtCall(nth); });
        expect({ at, nth, end: play.outcome() }).toEqual({ at, nth, end: expected(scenario) });
      }
    }
  });
});

const AGAIN = { body: 'Runs large' } as const;
const FIRST_TRIES = ['a create in the store', 'a create in the store, on a row just written', 'a create on Wix', 'a create on Wix, on a row just written'];
const EDITS = Object.keys(SCENARIOS).filter((name) => name.startsWith('an edit'));

interface Meanwhile {
  readonly during: readonly string[];
  readonly by: 'wix' | 'store';
  readonly change: (site: TestSite) => void;
  readonly mark?: Partial<LinkRow>;
  readonly end: Partial<ReviewFields> | 'gone';
}

/** What a person does between the failed try and the next one. Only a copy that is there can be changed. */
const MEANWHILE: Readonly<Record<string, Meanwhile>> = {
  'an edit of the same words on Wix': { during: [...FIRST_TRIES, ...EDITS], by: 'wix', change: (site) => { changeOnWix(site, AGAIN); }, end: AGAIN },
  'an edit of the same words in the store': { during: [...FIRST_TRIES, ...EDITS], by: 'store', change: (site) => { changeInStore(site, AGAIN); }, end: AGAIN },
  'an edit of something else on Wix': { during: EDITS, by: 'wix', change: (site) => { changeOnWix(site, { author: 'Robin' }); }, end: { ...edit, author: 'Robin' } },
  'an edit of something else in the store': { during: EDITS, by: 'store', change: (site) => { changeInStore(site, { author: 'Robin' }); }, end: { ...edit, author: 'Robin' } },
  'a deletion on Wix': { during: [...FIRST_TRIES, ...EDITS], by: 'wix', change: deleteOnWix, mark: { gone: 'wix' }, end: 'gone' },
  'a deletion in the store': { during: [...FIRST_TRIES, ...EDITS], by: 'store', change: trashInStore, end: 'gone' },
  'showing it again on Wix': { during: ['hiding on Wix', 'hiding in the store'], by: 'wix', change: (site) => { changeOnWix(site, { status: 'published' }); }, end: { status: 'published' } },
  // A store numbers no revisions, so there a copy shown again at that moment cannot be told from one never hidden.
  'showing it again in the store': { during: ['hiding in the store'], by: 'store', change: (site) => { changeInStore(site, { status: 'published' }); }, end: { status: 'published' } },
};

describe.each(Object.entries(MEANWHILE))('%s, made before the next try, still crosses', (_name, { during, by, change, mark = {}, end }) => {
  it.each(during)('over %s', async (name) => {
    const scenario = SCENARIOS[name];
    if (scenario === undefined) throw new Error(`Expected a scenario, got ${name}`);
    let judged = 0;
    for (const at of await callsOf(scenario)) {
      for (const how of Object.values(FAULTS)) {
        const play = await new Play(scenario).begin();
        play.site.fail({ ...at, how });
        await play.finish(() => {
          play.copied = play.written > 0;
          change(play.site);
          play.message = mark;
        });
        if (!play.copied && targetOf(scenario) === by) continue;
        judged += 1;
        const { written, ...outcome } = play.outcome();
        expect({ at, how, ...outcome }).toEqual({ at, how, ...expected({ ...scenario, end }), written: undefined });
        expect(written).toBeLessThanOrEqual(2);
      }
    }
    expect(judged).toBeGreaterThan(3);
  });
});

function targetOf({ write }: Scenario): 'wix' | 'store' {
  return write.startsWith('wix.') ? 'wix' : 'store';
}

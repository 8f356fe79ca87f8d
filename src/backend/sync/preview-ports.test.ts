import { describe, expect, it, vi } from 'vitest';
import { brandId, type ContactId, type Email, type InstanceId, type StoreProductId, type StoreReviewId, type WixProductId, type WixReviewId } from '../../core/ids';
import { WIX_CAPABILITIES } from '../../core/wix-capabilities';
import type { Store, StoreDraft } from '../stores/store';
import { CallBudget } from './call-budget';
import { previewRows } from './preview-rows';
import { previewStore } from './preview-store';
import { PreviewTally } from './preview-tally';
import { IMAGINED, previewWix } from './preview-wix';
import type { Rows } from './rows';
import type { TableName } from './tables';
import type { WixDraft, WixPort } from './wix-port';

const SITE = brandId<InstanceId>('site-a');
const email = 'ada@example.com' as Email;
const fields = { title: '', body: 'Good.', rating: 5, author: 'Ada', status: 'published', reply: null } as const;
const draft: WixDraft = { productId: brandId<WixProductId>('w1'), contactId: brandId<ContactId>('c1'), fields, writtenAt: '2026-11-01T00:00:00.000Z' };
const storeDraft: StoreDraft = { productId: brandId<StoreProductId>('s1'), email, fields, writtenAt: '2026-11-01T00:00:00.000Z' };

/** Every method is a spy that answers with what it was asked. */
function spies<Port extends object>(names: readonly (keyof Port & string)[]): Port {
  return Object.fromEntries(names.map((name) => [name, vi.fn(async (...asked: unknown[]) => asked)])) as Port;
}

const calledOn = (port: object): readonly string[] => Object.entries(port).filter(([, spy]) => vi.isMockFunction(spy) && spy.mock.calls.length > 0).map(([name]) => name);

const WIX_READS = ['getReview', 'listReviews', 'newestReviews', 'countReviews', 'getReviews', 'findReviews', 'reviewsOf', 'contactsByEmail', 'contactsById', 'listProducts'] as const;
const WIX_WRITES = ['createReviews', 'updateReview', 'moderate', 'setReply', 'deleteReview', 'createContact'] as const;

function onWix(): { readonly real: WixPort; readonly paper: WixPort; readonly tally: PreviewTally } {
  const real = spies<WixPort>([...WIX_READS, ...WIX_WRITES]);
  const tally = new PreviewTally(new CallBudget(15));
  return { real, paper: previewWix(real, SITE, tally), tally };
}

describe('Wix in a preview', () => {
  it('is never written to, whatever is asked of it', async () => {
    const { real, paper } = onWix();
    await paper.createReviews([draft]);
    await paper.createContact(email, 'Ada');
    for (const change of [paper.updateReview, paper.moderate, paper.setReply, paper.deleteReview] as unknown as readonly (() => Promise<unknown>)[]) {
      await expect(change()).rejects.toMatchObject({ code: 'UNEXPECTED' });
    }
    expect(calledOn(real)).toEqual([]);
  });

  it('is read as it is', async () => {
    const { real, paper } = onWix();
    const id = brandId<WixReviewId>('r1');
    await Promise.all([
      paper.getReview(id), paper.listReviews('next'), paper.newestReviews(), paper.countReviews(), paper.getReviews([id]), paper.findReviews([draft.contactId], [draft.productId]),
      paper.reviewsOf(draft.contactId), paper.contactsByEmail([email]), paper.contactsById([draft.contactId]), paper.listProducts(null),
    ]);
    expect([...calledOn(real)].sort()).toEqual([...WIX_READS].sort());
    expect(real.listReviews).toHaveBeenCalledWith('next');
  });

  it('is not asked about what exists on paper only', async () => {
    const { real, paper } = onWix();
    const [created] = await paper.createReviews([draft]);
    if (created?.kind !== 'created') throw new Error('Expected a copy on paper');
    const contact = await paper.createContact(email, 'Ada');
    expect([created.review.id.startsWith(IMAGINED), contact.startsWith(IMAGINED)]).toEqual([true, true]);
    expect(await paper.getReview(created.review.id)).toBeNull();
    expect(await paper.getReviews([created.review.id])).toEqual([]);
    expect(await paper.findReviews([contact], [draft.productId])).toEqual([]);
    expect(await paper.reviewsOf(contact)).toEqual([]);
    expect((await paper.contactsById([contact])).size).toBe(0);
    expect(calledOn(real)).toEqual([]);
  });

  it('is asked about the real ones among several', async () => {
    const { real, paper } = onWix();
    await paper.getReviews([brandId<WixReviewId>(`${IMAGINED}x`), brandId<WixReviewId>('r1')]);
    expect(real.getReviews).toHaveBeenCalledWith(['r1']);
  });

  it('gives one person one contact, and no two people the same, without their address in it', async () => {
    const { paper } = onWix();
    const [first, again, other] = await Promise.all([paper.createContact(email, 'Ada'), paper.createContact(email, 'A.'), paper.createContact('bob@example.com' as Email, 'Bob')]);
    expect(first).toBe(again);
    expect(first).not.toBe(other);
    expect(first).not.toContain('ada');
  });
});

const STORE_READS = ['check', 'listProducts', 'listReviews', 'newestReviews', 'listReviewsOf', 'getReview', 'getReviews', 'findReviews', 'subscription'] as const;
const STORE_WRITES = ['createReviews', 'updateReview', 'setStatus', 'trashReview', 'subscribe', 'revive', 'unsubscribe'] as const;

function inStore(): { readonly real: Store; readonly paper: Store } {
  const real: Store = { ...spies<Omit<Store, 'capabilities'>>([...STORE_READS, ...STORE_WRITES]), capabilities: WIX_CAPABILITIES };
  return { real, paper: previewStore(real, SITE, new PreviewTally(new CallBudget(15))) };
}

describe('the store in a preview', () => {
  it('is never written to, whatever is asked of it', async () => {
    const { real, paper } = inStore();
    await paper.createReviews([storeDraft]);
    for (const change of [paper.updateReview, paper.setStatus, paper.trashReview, paper.subscribe, paper.revive, paper.unsubscribe] as unknown as readonly (() => Promise<unknown>)[]) {
      await expect(change()).rejects.toMatchObject({ code: 'UNEXPECTED' });
    }
    expect(calledOn(real)).toEqual([]);
  });

  it('is read as it is', async () => {
    const { real, paper } = inStore();
    const product = storeDraft.productId;
    await Promise.all([
      paper.check(), paper.listProducts(null), paper.listReviews(null), paper.newestReviews(), paper.listReviewsOf(product, null), paper.getReview(brandId<StoreReviewId>('1')),
      paper.getReviews([brandId<StoreReviewId>('1')]), paper.findReviews(product, email), paper.subscription('1'),
    ]);
    expect([...calledOn(real)].sort()).toEqual([...STORE_READS].sort());
    expect(paper.capabilities).toBe(real.capabilities);
  });

  it('gives each copy an id of its own, without the customer’s address in it', async () => {
    const { paper } = inStore();
    const results = await paper.createReviews([storeDraft, { ...storeDraft, email: 'bob@example.com' as Email }, { ...storeDraft, productId: brandId<StoreProductId>('s2') }]);
    const ids = results.flatMap((result) => (result.kind === 'created' ? [result.review.id] : []));
    expect(new Set(ids).size).toBe(3);
    expect(ids.join()).not.toContain('@');
  });
});

describe('rows in a preview', () => {
  const METHODS = ['insert', 'insertMany', 'get', 'getMany', 'find', 'patch', 'patchMany', 'saveMany', 'removeMany', 'count'] as const;

  function rows(): { readonly real: Rows; readonly paper: Rows; readonly tablesOf: (name: keyof Rows) => readonly unknown[] } {
    const real = spies<Rows>(METHODS);
    return { real, paper: previewRows(real, new PreviewTally(new CallBudget(15))), tablesOf: (name) => vi.mocked(real[name]).mock.calls.map(([table]) => table) };
  }

  it.each([['links', 'previewLinks'], ['authors', 'previewAuthors'], ['runs', 'previewRuns']] as const)('of %s are those of %s, read and written', async (table, instead) => {
    const { paper, tablesOf } = rows();
    await Promise.all([
      paper.get(table, 'a'), paper.getMany(table, ['a']), paper.find(table, { where: {}, limit: 1 }), paper.count(table, {}), paper.insert(table, {} as never), paper.insertMany(table, []),
      paper.patch(table, 'a', { set: {} }), paper.patchMany(table, []), paper.saveMany(table, []), paper.removeMany(table, ['a']),
    ]);
    for (const name of METHODS) expect([name, tablesOf(name)]).toEqual([name, [instead]]);
  });

  it.each<TableName>(['connections', 'products', 'hints', 'attention', 'conflicts', 'alerts'])('of %s are read and never written', async (table) => {
    const { real, paper } = rows();
    await Promise.all([
      paper.get(table, 'a'), paper.getMany(table, ['a']), paper.find(table, { where: {}, limit: 1 }), paper.count(table, {}), paper.insert(table, {} as never), paper.insertMany(table, []),
      paper.patch(table, 'a', { set: {} }), paper.patchMany(table, []), paper.saveMany(table, []), paper.removeMany(table, ['a']),
    ]);
    expect([...calledOn(real)].sort()).toEqual(['count', 'find', 'get', 'getMany']);
  });
});

describe('what a preview would have cost', () => {
  it('is what was read, and what was only pretended, each counted once', () => {
    const budget = new CallBudget(15);
    budget.spend(2);
    const tally = new PreviewTally(budget);
    budget.spend(3);
    tally.pretend();
    tally.pretendContact();
    expect(tally.take(1)).toEqual({ calls: 6, contacts: 1 });
    // The call that was announced is not counted again once it is made.
    budget.spend();
    expect(tally.take(0)).toEqual({ calls: 0, contacts: 0 });
    tally.pretendContact();
    expect(tally.take(0)).toEqual({ calls: 1, contacts: 1 });
  });
});

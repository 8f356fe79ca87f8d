import { describe, expect, it } from 'vitest';
import { parseEmail } from '../../core/email';
import type { Email } from '../../core/ids';
import { TestSite } from '../../../test/support/test-site';
import { resolveAuthors, type Author, type ResolvedAuthors } from './authors';

function email(number: number): Email {
  return parseEmail(`p${String(number)}@example.com`) ?? expect.fail('Expected an address');
}

/** Person 1 is a contact of the site; whoever was not added is not. */
function author(number: number): Author {
  return { email: email(number), name: `Person ${String(number)}` };
}

/** One try with `calls` to spend. */
async function resolve(site: TestSite, authors: readonly Author[], { calls = 17, reserve = 0 } = {}): Promise<ResolvedAuthors> {
  site.calls.length = 0;
  // Opening the site takes one call before it.
  return site.run((session) => resolveAuthors(session, authors, reserve), { calls: calls + 1 });
}

function made(site: TestSite): number {
  return site.calls.filter((call) => call === 'wix.createContact').length;
}

describe('the contact of an author', () => {
  it('whom Wix knows is found in 3 calls, and the next time in 1', async () => {
    const site = new TestSite();
    expect(await resolve(site, [author(1)])).toEqual({ contacts: new Map([[email(1), 'k1']]), complete: true });
    expect(site.calls.slice(1)).toEqual(['rows.getMany', 'wix.contactsByEmail', 'rows.saveMany']);
    expect(await resolve(site, [author(1)])).toEqual({ contacts: new Map([[email(1), 'k1']]), complete: true });
    expect(site.calls.slice(1)).toEqual(['rows.getMany']);
  });

  it('whom Wix does not know is made, for one call more, and once only', async () => {
    const site = new TestSite();
    const first = await resolve(site, [author(2)]);
    expect(site.calls.slice(1)).toEqual(['rows.getMany', 'wix.contactsByEmail', 'wix.createContact', 'rows.saveMany']);
    expect(await resolve(site, [author(2)])).toEqual(first);
    expect(site.world.shops.contactOf(email(2))).toBe(first.contacts.get(email(2)));
  });

  it('is asked for with the name the author signed with', async () => {
    const site = new TestSite();
    const names: string[] = [];
    await site.run((session) => resolveAuthors({ ...session, wix: { ...session.wix, createContact: (address, name) => { names.push(name); return session.wix.createContact(address, name); } } }, [author(2)], 0));
    expect(names).toEqual(['Person 2']);
  });

  it('is made once for somebody who wrote twice', async () => {
    const site = new TestSite();
    const { contacts } = await resolve(site, [author(2), author(2), author(1)]);
    expect([made(site), contacts.size]).toEqual([1, 2]);
  });

  it('is remembered without the address', async () => {
    const site = new TestSite();
    await resolve(site, [author(1)]);
    expect(JSON.stringify(site.world.rows.all('authors'))).not.toContain('p1@');
    expect(site.world.rows.all('authors')).toMatchObject([{ instanceId: site.connection().instanceId, contactId: 'k1' }]);
  });

  it('of some who are remembered and some who are not: only the others are looked up, each once', async () => {
    const site = new TestSite();
    await resolve(site, [author(1)]);
    const asked: (readonly Email[])[] = [];
    await site.run((session) => resolveAuthors({ ...session, wix: { ...session.wix, contactsByEmail: (emails) => { asked.push(emails); return session.wix.contactsByEmail(emails); } } }, [author(1), author(2), author(2)], 0));
    expect(asked).toEqual([[email(2)]]);
  });
});

describe('when calls run short', () => {
  const crowd = [2, 3, 4].map(author);

  it.each([
    [17, 0, 3, true],
    [6, 0, 3, true],
    [5, 0, 2, false],
    [6, 1, 2, false],
    [5, 3, 0, false],
  ])('of %s calls, %s kept back: %s contacts are made', async (calls, reserve, count, complete) => {
    const site = new TestSite();
    const resolved = await resolve(site, crowd, { calls, reserve });
    expect({ made: made(site), complete: resolved.complete, known: resolved.contacts.size }).toEqual({ made: count, complete, known: count });
    expect(site.calls.length).toBeLessThanOrEqual(1 + calls - reserve);
  });

  it('what was learned is remembered, and the next try goes on from there', async () => {
    const site = new TestSite();
    await resolve(site, crowd, { calls: 5 });
    const next = await resolve(site, crowd, { calls: 5 });
    expect([made(site), next.complete, next.contacts.size]).toEqual([1, true, 3]);
  });

  it('with nothing learned there is nothing to remember', async () => {
    const site = new TestSite();
    await resolve(site, crowd, { calls: 3 });
    expect(site.calls).not.toContain('rows.saveMany');
  });
});

describe('an author who counts only when Wix has them', () => {
  it('is found there, and nobody is made', async () => {
    const site = new TestSite();
    site.addPerson(2, { contact: false });
    const { contacts, complete } = await resolve(site, [{ ...author(1), known: true }, { ...author(2), known: true }]);
    expect([[...contacts.keys()], complete]).toEqual([[email(1)], true]);
    expect(site.calls).not.toContain('wix.createContact');
  });

  it.each([[true, false], [false, true]])('is made all the same when another review of theirs asks for it, in any order', async (first, second) => {
    const site = new TestSite();
    site.addPerson(2, { contact: false });
    const { contacts } = await resolve(site, [{ ...author(2), known: first }, { ...author(2), known: second }]);
    expect([...contacts.keys()]).toEqual([email(2)]);
  });
});

describe('when something fails', () => {
  it.each([
    ['rows.getMany', 'before', 'WIX_SERVER_ERROR'],
    ['wix.contactsByEmail', 'throttled', 'WIX_RATE_LIMITED'],
    ['wix.createContact', 'before', 'WIX_SERVER_ERROR'],
  ] as const)('%s, the caller hears of it', async (call, how, code) => {
    const site = new TestSite();
    site.fail({ call, how });
    await expect(resolve(site, [author(2)])).rejects.toMatchObject({ code });
  });

  it.each([
    ['wix.createContact', 'after'],
    ['wix.createContact', 'crash-after'],
    ['rows.saveMany', 'before'],
    ['rows.saveMany', 'crash-after'],
  ] as const)('after the contact was made, no second one is made next time: %s %s', async (call, how) => {
    const site = new TestSite();
    site.fail({ call, how });
    await expect(resolve(site, [author(2)])).rejects.toThrow();
    const { complete, contacts } = await resolve(site, [author(2)]);
    expect([complete, contacts.get(email(2))]).toEqual([true, site.world.shops.contactOf(email(2))]);
    expect([...site.world.shops.contacts.values()].filter((address) => address === email(2))).toHaveLength(1);
  });
});

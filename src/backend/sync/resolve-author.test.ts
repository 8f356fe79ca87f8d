import { describe, expect, it } from 'vitest';
import { parseEmail } from '../../core/email';
import { TestSite } from '../../../test/support/test-site';
import { resolveAuthor } from './resolve-author';

/** Person 1 is a contact of the site, person 2 is not. One try with `calls` to spend. */
async function resolve(site: TestSite, person: number, { calls = 17, rest = 6 } = {}): Promise<string> {
  site.calls.length = 0;
  const email = parseEmail(`p${String(person)}@example.com`) ?? expect.fail('Expected an address');
  return site.run((session) => resolveAuthor(session, { email, name: 'Dana' }, rest), { calls: calls + 1 });
}

const made = (site: TestSite): readonly string[] => site.calls.slice(1);

describe('with calls to spare', () => {
  it('looks for the contact before one is made, and remembers it', async () => {
    const site = new TestSite();
    expect(await resolve(site, 1)).toBe('k1');
    expect(made(site)).toEqual(['rows.getMany', 'wix.contactsByEmail', 'rows.saveMany']);
    expect(await resolve(site, 1)).toBe('k1');
    expect(made(site)).toEqual(['rows.getMany']);
  });

  it('makes the contact of somebody new, once', async () => {
    const site = new TestSite();
    const contact = await resolve(site, 2);
    expect(made(site)).toEqual(['rows.getMany', 'wix.contactsByEmail', 'wix.createContact', 'rows.saveMany']);
    expect(await resolve(site, 2)).toBe(contact);
    expect(site.world.shops.contacts.size).toBe(2);
  });
});

describe('when what comes after needs the calls', () => {
  it.each([[1, 'whom Wix knows', 1], [2, 'new to Wix', 2]])('person %i, %s, takes one call and has one contact', async (person, _, contacts) => {
    const site = new TestSite();
    const contact = await resolve(site, person, { calls: 13, rest: 11 });
    expect(made(site)).toEqual(['rows.getMany', 'wix.createContact']);
    expect(await resolve(site, person)).toBe(contact);
    expect(site.world.shops.contacts.size).toBe(contacts);
  });

  it('takes no call from what comes after', async () => {
    for (const calls of [3, 8, 12, 15]) {
      const site = new TestSite();
      const left: number[] = [];
      const email = parseEmail('p2@example.com') ?? expect.fail('Expected an address');
      await site.run(async (session) => {
        await resolveAuthor(session, { email, name: 'Dana' }, calls - 2);
        left.push(session.budget.left);
      }, { calls: calls + 1 });
      expect(left[0]).toBeGreaterThanOrEqual(calls - 2);
    }
  });

  it('fails like any other work when not even one call is left', async () => {
    await expect(resolve(new TestSite(), 2, { calls: 1 })).rejects.toMatchObject({ code: 'BUDGET_SPENT' });
  });
});

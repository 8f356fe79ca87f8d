import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandId, type ContactId, type InstanceId, type StoreProductId, type StoreReviewId, type WixProductId, type WixReviewId } from './ids';
import { parseEmail } from './email';
import { authorRowId, connectionRowId, hintRowId, pairLinkId, productRowId, runRowId, storeLinkId, wixLinkId } from './link-id';

const SITE = brandId<InstanceId>('site-1');
const OTHER_SITE = brandId<InstanceId>('site-2');
/** One id text used as every kind of id: only the kind may tell the rows apart. */
const ID = '77';

function allRows(site: InstanceId, id: string): string[] {
  const email = parseEmail(`${id}@example.com`);
  if (email === null) throw new Error(`Expected an address, got ${id}@example.com`);
  return [
    pairLinkId(site, brandId<WixProductId>(id), brandId<ContactId>(id)),
    wixLinkId(site, brandId<WixReviewId>(id)),
    storeLinkId(site, brandId<StoreReviewId>(id)),
    productRowId(site, brandId<StoreProductId>(id)),
    hintRowId(site, brandId<StoreProductId>(id)),
    authorRowId(site, email),
    connectionRowId(site),
    runRowId(site),
  ];
}

describe('row ids', () => {
  it('are 40 hexadecimal digits', () => {
    for (const row of allRows(SITE, ID)) expect(row).toMatch(/^[0-9a-f]{40}$/);
  });

  it('are the same each time they are made', () => {
    expect(allRows(SITE, ID)).toEqual(allRows(SITE, ID));
    // Rows that exist carry this name: another hash would orphan them.
    expect(pairLinkId(SITE, brandId<WixProductId>('p'), brandId<ContactId>('c'))).toBe('7f3ee6c16e3ca194ad9d10785deb4a4012f876f7');
  });

  it('differ by what they are for, even where the ids are equal', () => {
    const rows = allRows(SITE, ID);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('differ by site in every table', () => {
    const [here, there] = [allRows(SITE, ID), allRows(OTHER_SITE, ID)];
    expect(here.filter((row) => there.includes(row))).toEqual([]);
  });

  it('tell product and contact of a pair apart, however the parts are cut', () => {
    const id = fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(id, id, id, id, (productA, contactA, productB, contactB) => {
        const a = pairLinkId(SITE, brandId<WixProductId>(productA), brandId<ContactId>(contactA));
        const b = pairLinkId(SITE, brandId<WixProductId>(productB), brandId<ContactId>(contactB));
        expect(a === b).toBe(productA === productB && contactA === contactB);
      }),
    );
    expect(pairLinkId(SITE, brandId<WixProductId>('ab'), brandId<ContactId>('c'))).not.toBe(pairLinkId(SITE, brandId<WixProductId>('a'), brandId<ContactId>('bc')));
  });

  it('do not show the address of an author', () => {
    const email = parseEmail('dana@example.com');
    expect(email === null ? '' : authorRowId(SITE, email)).not.toContain('dana');
  });
});

import { expect, it } from 'vitest';
import { link } from '../../testing/fake-backend';
import { ledgerCsv } from './ledger-csv';

it('holds what the list shows, and runs nothing a product is called', () => {
  const [head, row, end] = ledgerCsv([link('a', { wixProductName: '=1+1', lastAtMs: 0 })]).split('\r\n');
  expect(head).toContain('Id,State,Code,Why,What to do,Stars');
  expect(row).toBe(`a,Need you,RATING_MISSING,The review has no stars.,Give it stars in the store.,4,'=1+1,Mug,Store only,in the store,Written in the store,1970-01-01T00:00:00.000Z`);
  expect(end).toBe('');
});

import { TestSite } from './test-site';

/** One of every kind of review a walk can meet; the table in the first test of a backfill says what becomes of each. */
export function mixedSite(): TestSite {
  const site = new TestSite();
  site.world.addProduct(2, 'store');
  site.world.addProduct(3, 'wix');
  for (let person = 2; person <= 7; person += 1) site.addPerson(person, { contact: ![3, 6].includes(person), email: ![5, 6].includes(person) });
  site.writeOnWix('On both sides');
  site.writeInStore('On both sides');
  site.writeOnWix('On Wix only', { person: 2 });
  site.writeInStore('In the store only', { person: 3 });
  site.writeInStore('First of two', { person: 4 });
  site.writeInStore('Second of two', { person: 4 });
  site.writeOnWix('No address on Wix', { person: 5 });
  site.writeInStore('No address in the store', { person: 6 });
  site.writeOnWix('One thing', { person: 7 });
  site.writeInStore('Another thing', { person: 7 });
  site.writeOnWix('Sold on Wix only', { product: 3 });
  site.writeInStore('Sold in the store only', { product: 2 });
  return site;
}

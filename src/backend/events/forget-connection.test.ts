import { expect, it } from 'vitest';
import { COLLECTIONS } from '../collections/collections';
import { SECRETS } from './forget-connection';

it('every collection with an encrypted field loses its row when the app is taken off', () => {
  const encrypted = Object.entries(COLLECTIONS).filter(([, { fields }]) => fields.some((field) => field.encrypted === true)).map(([name]) => name);
  expect(SECRETS.map(({ table }) => table as string).sort()).toEqual(encrypted.sort());
});

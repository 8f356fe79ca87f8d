import { describe, expect, it } from 'vitest';
import { COLLECTIONS } from './collections';

describe.each(Object.entries(COLLECTIONS))('collection %s', (name, { fields, indexes }) => {
  it('has a name Wix accepts and fields it can keep', () => {
    expect(name).toMatch(/^[\w-]{1,36}$/);
    for (const { key } of fields) expect(key).toMatch(/^[a-z][A-Za-z0-9]*$/);
  });

  it('knows whose rows it holds', () => {
    expect(fields).toContainEqual({ key: 'instanceId', type: 'TEXT' });
  });

  it('indexes at most three of its own fields, none of them an object', () => {
    expect(indexes.length).toBeLessThanOrEqual(3);
    for (const path of indexes) expect(fields.find(({ key }) => key === path)?.type).toMatch(/TEXT|NUMBER/);
  });
});

it('only what opens something of the merchant’s is encrypted', () => {
  const encrypted = Object.entries(COLLECTIONS).flatMap(([name, { fields }]) => fields.filter((field) => field.encrypted).map(({ key }) => `${name}.${key}`));
  expect(encrypted).toEqual(['connections.credentials', 'alerts.webhook']);
});

import { expect, it } from 'vitest';
import { liveConnection } from './current-connection';
import type { ConnectionRow } from './tables';

const row = { storeUrl: 'https://shop.example' } as ConnectionRow;

it('a connection stands until it is ended, also one of before this was kept', () => {
  expect(liveConnection(row)).toBe(row);
  expect(liveConnection({ ...row, ended: false })).toEqual({ ...row, ended: false });
  expect(liveConnection({ ...row, ended: true })).toBeNull();
  expect(liveConnection(null)).toBeNull();
});

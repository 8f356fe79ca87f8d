import { expect, it } from 'vitest';
import { liveSettings } from './live-settings';

it('names every variable that is missing, and no value', () => {
  expect(() => liveSettings({ WOO_KEY: 'ck_secret', WOO_URL: ' ' })).toThrow(/missing: WOO_URL, WOO_SECRET\./u);
  expect(() => liveSettings({ WOO_KEY: 'ck_secret' })).toThrow(expect.objectContaining({ message: expect.not.stringContaining('ck_secret') }));
});

it('trims what was pasted', () => {
  expect(liveSettings({ WOO_URL: ' https://shop.example ', WOO_KEY: 'ck_1\n', WOO_SECRET: 'cs_1' })).toEqual({ url: 'https://shop.example', key: 'ck_1', secret: 'cs_1' });
});

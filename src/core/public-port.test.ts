import { expect, it } from 'vitest';
import { isPublicPort } from './public-port';

const portOf = (address: string): string => new URL(address).port;

it.each(['https://shop.example/', 'https://shop.example:443/', 'https://shop.example:8443/'])('%s may be asked', (address) => {
  expect(isPublicPort(portOf(address))).toBe(true);
});

it.each(['https://shop.example:80/', 'https://shop.example:22/', 'https://shop.example:6379/', 'https://shop.example:18443/', 'https://shop.example:844/'])('%s may not', (address) => {
  expect(isPublicPort(portOf(address))).toBe(false);
});

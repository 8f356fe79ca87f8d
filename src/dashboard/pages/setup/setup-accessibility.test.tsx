import { cleanup, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { connected, Failure, FakeBackend, IDLE_TICK, run } from '../../testing/fake-backend';
import { fieldsAnswer, people, preview, previewAnswer, product, setup, ALL_GRANTED } from '../../testing/fake-setup';

const edge = vi.hoisted(() => ({ fetch: vi.fn() }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: { showToast: vi.fn(), navigate: vi.fn(), observeState: () => ({ disconnect: () => undefined }), onBeforeUnload: () => ({ remove: () => undefined }) } }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SetupEntry from './setup';

afterEach(() => {
  cleanup();
  window.history.replaceState(null, '', '/');
});

const REFUSED = { verdicts: [{ permission: 'read-reviews', problem: { code: 'STORE_AUTH', sentence: 'No longer accepted.', action: 'Connect the store again' } }] };
const EMPTY = { items: [], next: null };

/** Each state the page can be in, and what shows that it is reached. */
const STATES: readonly { readonly state: string; readonly step: string; readonly routes: Readonly<Record<string, unknown>>; readonly seen: string | RegExp }[] = [
  { state: 'first use', step: 'connect', routes: { 'GET setup/status': { kind: 'disconnected' } }, seen: 'Where the keys are' },
  { state: 'storage not ready', step: 'connect', routes: { 'GET setup/status': new Failure({ sentence: 'Still being set up.' }, 503) }, seen: 'Still being set up.' },
  { state: 'no permission', step: 'connect', routes: { 'GET setup/status': new Failure({ code: 'NOT_ALLOWED', sentence: 'Your role does not include this.' }, 403) }, seen: 'Your role does not include this.' },
  { state: 'keys refused', step: 'connect', routes: { 'POST setup/test': REFUSED }, seen: /No longer accepted/u },
  { state: 'suggestions', step: 'products', routes: {}, seen: 'Mug 1' },
  { state: 'no Stores', step: 'products', routes: { 'GET setup/products': EMPTY, 'GET setup/wix-products': { ...EMPTY, hasStores: false }, 'GET setup/status': setup({ products: { suggested: 0, open: 3, matched: 0, left: 0, gone: 0 } }) }, seen: /Wix Stores is not installed/u },
  { state: 'an empty catalog', step: 'products', routes: { 'GET setup/products': EMPTY, 'GET setup/wix-products': { ...EMPTY, hasStores: true }, 'GET setup/status': setup({ products: { suggested: 0, open: 3, matched: 0, left: 0, gone: 0 } }) }, seen: /Your Wix site shows no products/u },
  { state: 'people', step: 'people', routes: {}, seen: /reviews were looked at/u },
  { state: 'fields', step: 'fields', routes: {}, seen: 'Photos and videos' },
  { state: 'no reviews to show', step: 'fields', routes: { 'GET setup/fields': { ...fieldsAnswer(), examples: { wix: null, store: null } } }, seen: /As soon as one of your shops has a review/u },
  { state: 'no preview', step: 'preview', routes: { 'GET setup/preview': { preview: null, groups: null } }, seen: 'Make the preview' },
  { state: 'preview under way', step: 'preview', routes: { 'GET setup/preview': { preview: preview({ state: 'running', done: 10 }), groups: null } }, seen: /10 of about/u },
  { state: 'preview', step: 'preview', routes: {}, seen: /612 reviews would be copied/u },
  { state: 'not started', step: 'run', routes: { 'GET sync/status': connected() }, seen: 'Nothing has been copied so far.' },
  { state: 'running', step: 'run', routes: { 'GET sync/status': connected({ run: run() }) }, seen: 'copied to Wix' },
  { state: 'done', step: 'run', routes: { 'GET sync/status': connected({ run: run({ state: 'done', phase: 'done' }) }) }, seen: 'All of it came out as the preview said.' },
];

const EVEN = { 'create-on-wix': 1, 'create-in-store': 1, same: 1, stays: 1 };

const USUAL: Readonly<Record<string, unknown>> = {
  'GET setup/status': setup(), 'POST setup/test': ALL_GRANTED, 'GET setup/products': { items: [product('1', { reason: 'name', confidence: 0.7, twins: ['Old mug'] })], next: 'more' },
  'GET setup/wix-products': { ...EMPTY, hasStores: true }, 'GET setup/people': people(), 'GET setup/fields': fieldsAnswer(), 'GET setup/preview': previewAnswer(),
  'POST setup/preview-tick': { preview: preview({ state: 'running', done: 10 }), calls: 4 }, 'GET setup/comparison': { foretold: EVEN, happened: EVEN }, 'POST sync/tick': IDLE_TICK,
};

it.each(STATES)('has no accessibility fault that a machine can find: $state', async ({ step, routes, seen }) => {
  window.history.replaceState(null, '', `/?step=${step}`);
  const backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  for (const [route, answer] of Object.entries({ ...USUAL, ...routes })) backend.routes.set(route, answer);
  const { container } = render(<SetupEntry />);
  await screen.findAllByText(seen, {}, { timeout: 5_000 });
  // Colours are not computed here; landmarks are the host's; the levels of card titles are the design system's.
  const notOurs = { 'color-contrast': { enabled: false }, region: { enabled: false }, 'heading-order': { enabled: false } };
  const { violations } = await axe.run(container, { rules: notOurs });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
}, 20_000);

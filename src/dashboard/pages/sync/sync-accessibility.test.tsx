import { cleanup, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { conflict, connected, Failure, FakeBackend, IDLE_TICK, link, run } from '../../testing/fake-backend';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn(), observeState: vi.fn((_tell: (state: unknown) => void) => ({ disconnect: vi.fn() })) }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: edge }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SyncEntry from './sync';

afterEach(cleanup);

const suggestion = { storeProductId: '10', wixProductId: 'w1', storeName: 'Mug', wixName: 'Red mug', reason: 'name', confidence: 0.8, choice: 'suggested' };

const STATES = [
  { state: 'not connected', status: { kind: 'disconnected' }, seen: 'Consumer key' },
  { state: 'in step', status: connected(), seen: 'The review has no stars.' },
  { state: 'running, with a suggestion', status: connected({ run: run(), products: { accepted: 1, suggested: 1, left: 0 } }), seen: /80 %/u },
  { state: 'held', status: connected({ run: run({ state: 'held', phase: 'absent', absent: 40 }) }), seen: /^40 pairs have/u },
  { state: 'failed', status: new Failure({ sentence: 'It cannot be.' }, 503), seen: 'It cannot be.' },
];

it.each(STATES.flatMap((one) => [{ ...one, width: 1024 }, { ...one, width: 320 }]))('has no accessibility fault that a machine can find: $state, $width pixels wide', async ({ status, seen, width }) => {
  window.innerWidth = width;
  const backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('GET sync/status', status);
  backend.routes.set('POST sync/tick', IDLE_TICK);
  backend.routes.set('GET sync/links', { items: [link('a'), link('b', { state: 'in-step', sentence: null, action: null, rating: null })], next: 'more' });
  backend.routes.set('GET sync/products', { items: [suggestion], next: null });
  backend.routes.set('GET sync/conflicts', { items: [conflict('c1')], next: 'more' });
  backend.routes.set('GET sync/runs', { items: [{ run: run({ state: 'done' }), copies: 83 }] });
  const { container } = render(<SyncEntry />);
  await screen.findByText(seen, {}, { timeout: 5_000 });
  // Colours are not computed here; landmarks are the host's; the levels of card titles are the design system's.
  const notOurs = { 'color-contrast': { enabled: false }, region: { enabled: false }, 'heading-order': { enabled: false } };
  const { violations } = await axe.run(container, { rules: notOurs });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
}, 20_000);

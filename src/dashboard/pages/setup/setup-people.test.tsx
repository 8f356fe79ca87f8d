import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Failure, FakeBackend } from '../../testing/fake-backend';
import { people, setup } from '../../testing/fake-setup';

const edge = vi.hoisted(() => ({ fetch: vi.fn() }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: { showToast: vi.fn(), navigate: vi.fn(), observeState: () => ({ disconnect: () => undefined }) } }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SetupEntry from './setup';

let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('GET setup/status', setup());
  window.history.replaceState(null, '', '/?step=people');
});

afterEach(() => {
  cleanup();
  window.history.replaceState(null, '', '/');
});

const figure = (name: string): string | undefined => screen.getByText(name, { exact: false, selector: 'dt' }).querySelector('.rr-figure')?.textContent;

it('counts both shops part by part, everybody once', async () => {
  backend.routes.set('GET setup/people', (_: unknown, url: URL) => (url.searchParams.has('cursor') ? people({ known: ['a', 'b'], unknown: ['n1'], anonymous: 1, unreachableReviews: 3 }) : people({ known: ['a'], unknown: ['n1', 'n2'], anonymous: 2, next: 'store:2' })));
  render(<SetupEntry />);
  await screen.findByText('All 200 reviews were looked at.');
  expect([figure('are contacts already'), figure('become new contacts'), figure('have no e-mail address'), figure('contacts without an e-mail')]).toEqual(['2', '2', '3', '3']);
  expect(backend.callsOf('setup/people')).toHaveLength(2);
  expect(backend.calls.every(({ body }) => body === null)).toBe(true);
});

it('keeps what it counted when a part fails, and goes on from there', async () => {
  backend.routes.set('GET setup/people', (_: unknown, url: URL) => (url.searchParams.has('cursor') ? new Failure({ sentence: 'Your store took too long.' }, 504) : people({ known: ['a'], next: 'store:2' })));
  render(<SetupEntry />);
  await screen.findByText('Your store took too long.', {}, { timeout: 5_000 });
  expect(figure('are contacts already')).toBe('1');
  backend.routes.set('GET setup/people', people({ known: ['b'] }));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('All 200 reviews were looked at.');
  expect(figure('are contacts already')).toBe('2');
}, 10_000);

it('counts again from the beginning, no faster than the first time', async () => {
  const parts: number[] = [];
  backend.routes.set('GET setup/people', (_: unknown, url: URL) => {
    parts.push(Date.now());
    // A part that spends what a minute has holds the next one up.
    return url.searchParams.has('cursor') ? people() : people({ next: 'store:2', calls: parts.length > 2 ? 500 : 5 });
  });
  render(<SetupEntry />);
  await screen.findByText('All 200 reviews were looked at.');
  fireEvent.click(screen.getByRole('button', { name: 'Count again' }));
  await screen.findByText('100 reviews looked at so far, going on …');
  expect(parts).toHaveLength(3);
});

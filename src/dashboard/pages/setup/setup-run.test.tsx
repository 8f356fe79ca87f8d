import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunSummary } from '../../../backend/endpoints/api-types';
import { SYNC_PAGE_ID } from '../sync/sync-page-id';
import { conflict, connected, FakeBackend, IDLE_TICK, run } from '../../testing/fake-backend';
import { setup } from '../../testing/fake-setup';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), navigate: vi.fn() }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: { showToast: vi.fn(), navigate: edge.navigate, observeState: () => ({ disconnect: () => undefined }) } }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SetupEntry from './setup';

let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('POST sync/tick', IDLE_TICK);
  window.history.replaceState(null, '', '/?step=run');
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  window.history.replaceState(null, '', '/');
});

function show(one: RunSummary | null): void {
  backend.routes.set('GET setup/status', setup({ run: one }));
  backend.routes.set('GET sync/status', connected({ run: one }));
  render(<SetupEntry />);
}

const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
const cells = (name: string): readonly (string | null)[] => [...screen.getByRole('row', { name: new RegExp(`^${name}`, 'u') }).querySelectorAll('td')].map(({ textContent }) => textContent);

it('leads to the preview while nothing was started', async () => {
  show(null);
  await screen.findByText('Nothing has been copied so far.');
  expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
});

it('shows how far it is, how fast it goes and how long it takes', async () => {
  show(run());
  await screen.findByText('1,200 of 4,000 · 600 a minute · 5 min left');
  screen.getByText(/You can leave this page/u);
  expect(screen.getByText('copied to Wix').parentElement?.textContent).toBe('copied to Wix50');
});

it('pauses, resumes and cancels', async () => {
  backend.routes.set('POST sync/backfill', (body: unknown) => {
    const { action } = body as { action: string };
    const state = action === 'pause' ? 'paused' : action === 'resume' ? 'running' : 'cancelled';
    const changed = run({ state, updatedAtMs: 10 + backend.calls.length });
    backend.routes.set('GET sync/status', connected({ run: changed }));
    return { run: changed };
  });
  show(run());
  for (const name of ['Pause', 'Resume', 'Cancel the run']) {
    await screen.findByRole('button', { name });
    press(name);
  }
  await screen.findByText(/Stopped before the end/u);
  expect(backend.callsOf('sync/backfill').map(({ body }) => body)).toEqual([{ action: 'pause' }, { action: 'resume' }, { action: 'cancel' }]);
});

it('ends with what was foretold beside what came of it', async () => {
  backend.routes.set('GET setup/comparison', { foretold: { 'create-on-wix': 402, 'create-in-store': 210, same: 300, stays: 14 }, happened: { 'create-on-wix': 402, 'create-in-store': 210, same: 300, stays: 14 } });
  show(run({ state: 'done', phase: 'done', done: 4000 }));
  await screen.findByText('All of it came out as the preview said.');
  expect(cells('Copied to Wix')).toEqual(['402', '402']);
  screen.getByText(/^In step\./u);
  press('Open Reviews sync');
  expect(edge.navigate).toHaveBeenCalledWith({ pageId: SYNC_PAGE_ID });
});

it('explains a difference', async () => {
  backend.routes.set('GET setup/comparison', { foretold: { 'create-on-wix': 402, 'create-in-store': 210, same: 300, stays: 14 }, happened: { 'create-on-wix': 403, 'create-in-store': 210, same: 300, stays: 14 } });
  show(run({ state: 'done', phase: 'done', done: 4000 }));
  await screen.findByText(/The difference is what was written, changed or refused since/u);
  await waitFor(() => expect(cells('Copied to Wix')).toEqual(['402', '403']));
});

it('counts the conflicts of the run in what needs somebody', async () => {
  backend.routes.set('GET sync/conflicts', { items: [conflict('c1')], total: 7, next: 'more' });
  show(run({ state: 'done', phase: 'done', done: 4000 }));
  await screen.findByText(/19 need you: 12 reviews and 7 conflicts\./u);
});

it('lets no held run delete anything before it was asked twice, with the number', async () => {
  show(run({ kind: 'sweep', state: 'held', phase: 'absent', absent: 412 }));
  const held = within(await screen.findByRole('region', { name: 'A run waits for your decision' }));
  fireEvent.click(held.getByRole('button', { name: 'Delete 412 copies too' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete 412 copies too?' }));
  expect(backend.callsOf('sync/backfill')).toEqual([]);
  backend.routes.set('POST sync/backfill', { run: run() });
  fireEvent.click(dialog.getByRole('button', { name: 'Delete 412 copies too' }));
  await waitFor(() => expect(backend.callsOf('sync/backfill').map(({ body }) => body)).toEqual([{ action: 'release' }]));
  expect(screen.queryByRole('button', { name: 'Let it go on' })).toBeNull();
});

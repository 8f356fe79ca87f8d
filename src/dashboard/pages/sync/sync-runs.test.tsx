import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunItem } from '../../../backend/endpoints/api-types';
import { connected, Failure, FakeBackend, IDLE_TICK, link, run } from '../../testing/fake-backend';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn(), observeState: vi.fn((_tell: (state: unknown) => void) => ({ disconnect: vi.fn() })) }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: edge }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SyncEntry from './sync';

let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('POST sync/tick', IDLE_TICK);
  backend.routes.set('GET sync/links', { items: [link('a')], next: null });
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const SECOND = run({ kind: 'sweep', state: 'done', startedAtMs: 2_000, done: 2000 });
const FIRST = run({ state: 'done', startedAtMs: 1_000, done: 1000 });

async function list(items: readonly RunItem[], present = items[0]?.run ?? null): Promise<readonly HTMLElement[]> {
  backend.routes.set('GET sync/runs', { items });
  backend.routes.set('GET sync/status', connected({ run: present }));
  render(<SyncEntry />);
  return within(await screen.findByRole('list', { name: 'Runs' })).getAllByRole('listitem');
}

describe('the runs', () => {
  it('are told with kind, state and what came of them', async () => {
    const [sweep, backfill] = await list([{ run: SECOND, copies: 0 }, { run: FIRST, copies: 83 }]);
    expect(sweep?.textContent).toContain('Checked every pair');
    expect(sweep?.textContent).toContain('2,000 reviews read');
    expect(backfill?.textContent).toContain('Compared everything');
    expect(backfill?.textContent).toContain('83 copies it made stand');
  });

  it('can be rolled back where copies stand, after saying how many and that originals stay', async () => {
    backend.routes.set('POST sync/rollback', { run: run({ kind: 'rollback' }) });
    const [sweep, backfill] = await list([{ run: SECOND, copies: 0 }, { run: FIRST, copies: 83 }]);
    expect(within(sweep as HTMLElement).queryByRole('button')).toBeNull();
    fireEvent.click(within(backfill as HTMLElement).getByRole('button', { name: /^Roll back/u }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Take 83 copies back?' }));
    expect(dialog.getByText(/The originals stay where they were written/u)).toBeTruthy();
    expect(backend.callsOf('sync/rollback')).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Take 83 copies back' }));
    await waitFor(() => expect(backend.callsOf('sync/rollback').map(({ body }) => body)).toEqual([{ startedAtMs: 1_000 }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('say why a rollback was refused, and leave the list as it is', async () => {
    backend.routes.set('POST sync/rollback', new Failure({ sentence: 'This is being worked on right now.', action: 'Wait.' }));
    const [only] = await list([{ run: FIRST, copies: 1 }]);
    fireEvent.click(within(only as HTMLElement).getByRole('button', { name: /^Roll back/u }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take 1 copy back' }));
    await waitFor(() => expect(edge.showToast).toHaveBeenCalledWith({ message: 'This is being worked on right now. Wait.', type: 'error' }));
  });

  it('show the present one as it is now, which can be cancelled, and roll nothing back meanwhile', async () => {
    backend.routes.set('POST sync/backfill', { run: run({ state: 'cancelled' }) });
    const now = run({ kind: 'sweep', startedAtMs: 2_000, done: 1500 });
    const [sweep, backfill] = await list([{ run: { ...now, done: 3 }, copies: 0 }, { run: FIRST, copies: 83 }], now);
    expect(sweep?.textContent).toContain('1,500 reviews read');
    expect(within(backfill as HTMLElement).getByRole('button', { name: /^Roll back/u }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(within(sweep as HTMLElement).getByRole('button', { name: /^Cancel/u }));
    await waitFor(() => expect(backend.callsOf('sync/backfill').map(({ body }) => body)).toEqual([{ action: 'cancel' }]));
  });

  it('explain an empty list', async () => {
    backend.routes.set('GET sync/status', connected());
    render(<SyncEntry />);
    await screen.findByText('No runs yet');
  });

  it('explain a failure and try again', async () => {
    backend.routes.set('GET sync/runs', new Failure({ sentence: 'The runs could not be read.' }, 502));
    backend.routes.set('GET sync/status', connected());
    render(<SyncEntry />);
    await screen.findByText('The runs could not be read.', {}, { timeout: 5_000 });
    backend.routes.set('GET sync/runs', { items: [{ run: FIRST, copies: 0 }] });
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('list', { name: 'Runs' });
  });
});

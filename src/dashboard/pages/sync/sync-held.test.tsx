import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connected, FakeBackend, IDLE_TICK, link, run } from '../../testing/fake-backend';

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
  backend.routes.set('POST sync/backfill', { run: run() });
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const DELETING = run({ kind: 'sweep', state: 'held', phase: 'absent', absent: 40 });
const REWRITING = run({ kind: 'sweep', state: 'held', phase: 'wix', changed: 60 });

async function card(held: typeof DELETING, paused = false): Promise<ReturnType<typeof within>> {
  backend.routes.set('GET sync/status', connected({ run: held, connection: { ...connected().connection, paused } }));
  render(<SyncEntry />);
  return within(await screen.findByRole('region', { name: 'A run waits for your decision' }));
}

const asked = (): unknown[] => backend.callsOf('sync/backfill').map(({ body }) => body);

describe('a run that waits for its owner', () => {
  it('deletes nothing before it was asked twice, with the number', async () => {
    const held = await card(DELETING);
    expect(held.getByText(/40 pairs have a review in one shop only/u)).toBeTruthy();
    fireEvent.click(held.getByRole('button', { name: 'Delete 40 copies too' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete 40 copies too?' }));
    expect(asked()).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Delete 40 copies too' }));
    await waitFor(() => expect(asked()).toEqual([{ action: 'release' }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is left as it is when the question is declined', async () => {
    const held = await card(DELETING);
    fireEvent.click(held.getByRole('button', { name: 'Delete 40 copies too' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked()).toEqual([]);
  });

  it('is cancelled with one press', async () => {
    fireEvent.click((await card(DELETING)).getByRole('button', { name: 'Cancel the run' }));
    await waitFor(() => expect(asked()).toEqual([{ action: 'cancel' }]));
    await waitFor(() => expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ message: 'Cancelled. What it found is left as it is.' })));
  });

  it('goes on at once where nothing is deleted', async () => {
    fireEvent.click((await card(REWRITING)).getByRole('button', { name: 'Carry 60 changes across' }));
    await waitFor(() => expect(asked()).toEqual([{ action: 'release' }]));
  });

  it('cannot go on while the sync is paused, and says so', async () => {
    const held = await card(REWRITING, true);
    expect(held.getByRole('button', { name: 'Carry 60 changes across' }).getAttribute('aria-disabled')).toBe('true');
    expect(held.getByText(/has to wait until you resume/u)).toBeTruthy();
  });
});

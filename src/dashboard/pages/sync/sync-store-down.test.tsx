import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoreDown } from '../../../backend/endpoints/api-types';
import { connected, FakeBackend, IDLE_TICK, link } from '../../testing/fake-backend';

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

const DOWN: StoreDown = { sinceMs: Date.now() - 7_200_000, cause: 'A firewall in front of your store turned the app away.' };

function status(down: StoreDown | null, paused = false): void {
  backend.routes.set('GET sync/status', connected({ connection: { ...connected().connection, down, paused } }));
}

async function card(): Promise<ReturnType<typeof within>> {
  status(DOWN);
  render(<SyncEntry />);
  return within(await screen.findByRole('region', { name: 'Your store is down' }));
}

const tryNow = async (back: boolean): Promise<void> => {
  const shown = await card();
  backend.routes.set('POST sync/probe', () => {
    if (back) status(null);
    return { connection: { ...connected().connection, down: back ? null : DOWN } };
  });
  fireEvent.click(shown.getByRole('button', { name: 'Try now' }));
};

describe('a store that is down', () => {
  it('is told of: since when, why, and that nothing is lost', async () => {
    const shown = await card();
    shown.getByText('Your store stopped answering 2 hours ago');
    shown.getByText(/A firewall in front of your store turned the app away\. Nothing is lost/u);
    expect(screen.getByRole('status', { name: 'Sync health' }).textContent).toMatch(/^Waiting for your store\./u);
  });

  it('is not asked by the page itself whether it still sends its messages', async () => {
    await card();
    expect(backend.callsOf('sync/webhook')).toEqual([]);
  });

  it('is asked at once on a press, and the notice goes when it answers', async () => {
    await tryNow(true);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Your store is down' })).toBeNull());
    expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ message: 'Your store is back. What waited goes on now.' }));
  });

  it('has what waited go on at once when it answers, and not when it does not', async () => {
    await tryNow(false);
    await waitFor(() => expect(edge.showToast).toHaveBeenCalled());
    const before = backend.callsOf('sync/tick').length;
    backend.routes.set('POST sync/probe', () => ({ connection: { ...connected().connection, down: null } }));
    fireEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await waitFor(() => expect(backend.callsOf('sync/tick')).toHaveLength(before + 1));
  });

  it('stays as it is when it does not answer, and says so', async () => {
    await tryNow(false);
    await waitFor(() => expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ message: 'Your store still gives no answer.' })));
    expect(screen.getByRole('region', { name: 'Your store is down' })).toBeTruthy();
  });

  it('is no matter while the sync is paused, nor while it answers', async () => {
    status(DOWN, true);
    render(<SyncEntry />);
    await screen.findByText('Corner Shop');
    expect(screen.queryByRole('region', { name: 'Your store is down' })).toBeNull();
  });
});

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConflictItem, ConnectedSummary } from '../../../backend/endpoints/api-types';
import { conflict, connected, FakeBackend, IDLE_TICK } from '../../testing/fake-backend';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn(), observeState: vi.fn((_tell: (state: unknown) => void) => ({ disconnect: vi.fn() })) }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: edge }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SyncEntry from './sync';

const SEEN = { timeout: 4_000 };
const MORE = { ...IDLE_TICK, drained: { links: 0, hints: 0, more: true }, calls: 15 };

let backend: FakeBackend;
let open: readonly ConflictItem[];

function stands(change: Partial<ConnectedSummary>, paused = false): void {
  const summary = connected(change);
  backend.routes.set('GET sync/status', { ...summary, connection: { ...summary.connection, paused } });
}

beforeEach(() => {
  backend = new FakeBackend();
  open = [];
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('POST sync/tick', IDLE_TICK);
  backend.routes.set('GET sync/links', { items: [], next: null });
  backend.routes.set('GET sync/conflicts', () => ({ items: open, total: open.length, next: null }));
  backend.routes.set('POST sync/pause', (body: unknown) => {
    const { paused } = body as { paused: boolean };
    stands({}, paused);
    return { connection: { ...connected().connection, paused } };
  });
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.clearAllMocks();
});

const ticks = (): number => backend.callsOf('sync/tick').length;
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));

describe('after a pause', () => {
  it('a conflict that waited is seen within 20 seconds, though the first tick had no calls left for it', async () => {
    stands({}, true);
    render(<SyncEntry />);
    await screen.findByRole('button', { name: 'Resume sync' }, SEEN);
    expect(ticks()).toBe(0);
    backend.routes.set('POST sync/tick', () => {
      if (ticks() < 2) return MORE;
      open = [conflict('c')];
      stands({ version: 'v2' });
      return { ...IDLE_TICK, drained: { links: 1, hints: 0, more: false } };
    });
    press('Resume sync');
    await waitFor(() => expect(ticks()).toBe(1));
    await vi.advanceTimersByTimeAsync(16_000);
    expect(screen.getByText('Said in the store.')).toBeTruthy();
  });

  it('is worked for at once, however short it was', async () => {
    stands({});
    render(<SyncEntry />);
    await screen.findByRole('button', { name: 'Pause sync' }, SEEN);
    await waitFor(() => expect(ticks()).toBe(1));
    press('Pause sync');
    await screen.findByRole('button', { name: 'Resume sync' }, SEEN);
    press('Resume sync');
    await screen.findByRole('button', { name: 'Pause sync' }, SEEN);
    await waitFor(() => expect(ticks()).toBe(2));
  });
});

describe('an open page', () => {
  it('asks again within seconds while more is due, at no more than 120 calls a minute, and rests when nothing is', async () => {
    stands({});
    backend.routes.set('POST sync/tick', MORE);
    render(<SyncEntry />);
    await screen.findByRole('button', { name: 'Pause sync' }, SEEN);
    const before = ticks();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(ticks() - before).toBeGreaterThanOrEqual(2);
    await vi.advanceTimersByTimeAsync(57_000);
    // What it may take at once, then a tick of 20 calls, the platform's included, every ten seconds.
    expect(ticks() - before).toBeLessThanOrEqual(4 + 6 + 1);
    backend.routes.set('POST sync/tick', IDLE_TICK);
    await vi.advanceTimersByTimeAsync(11_000);
    const rested = ticks();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(ticks()).toBe(rested);
  });

  it('looks at the conflicts again when something happened, and not with every event of a busy shop', async () => {
    stands({});
    render(<SyncEntry />);
    await screen.findByText('No conflicts', {}, SEEN);
    const before = backend.callsOf('sync/conflicts').length;
    for (let event = 0; event < 6; event += 1) {
      stands({ version: `busy-${String(event)}` });
      await vi.advanceTimersByTimeAsync(5_000);
    }
    const looks = backend.callsOf('sync/conflicts').length - before;
    expect(looks).toBeGreaterThanOrEqual(2);
    expect(looks).toBeLessThanOrEqual(4);
  });
});

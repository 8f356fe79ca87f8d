import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

function show(status: unknown): void {
  backend.routes.set('GET sync/status', status);
  render(<SyncEntry />);
}

const check = (): HTMLElement => screen.getByRole('button', { name: 'Check everything now' });

describe('the health of the sync', () => {
  it('rests on the last complete check, whatever ran since', async () => {
    const statement = { checked: 983, equal: 983, waiting: 0, needsPerson: 0, conflicting: 0, atMs: Date.now() - 240_000 };
    backend.routes.set('GET sync/runs', { items: [{ run: run({ kind: 'rollback', state: 'done' }), copies: null }, { run: run({ kind: 'sweep', state: 'done', statement }), copies: 0 }] });
    show(connected({ run: run({ kind: 'rollback', state: 'done' }) }));
    await screen.findByText('4 minutes ago');
    expect(screen.getByRole('status', { name: 'Sync health' }).textContent).toMatch(/^In step\. 983 pairs checked 4 minutes ago\. 12 need you\./u);
  });

  it('is told again when its meaning changes, and not because a minute went by', async () => {
    const statement = { checked: 983, equal: 983, waiting: 0, needsPerson: 0, conflicting: 0, atMs: Date.now() - 240_000 };
    backend.routes.set('GET sync/runs', { items: [{ run: run({ kind: 'sweep', state: 'done', statement }), copies: 0 }] });
    show(connected({ run: run({ kind: 'sweep', state: 'done', statement }) }));
    const moment = await screen.findByText('4 minutes ago');
    expect(moment.getAttribute('aria-live')).toBe('off');
    expect(moment.parentElement?.closest('[aria-live]')).toBe(screen.getByRole('status', { name: 'Sync health' }));
  });

  it('says where alerts do not arrive, and leads to their settings', async () => {
    const summary = connected();
    show({ ...summary, connection: { ...summary.connection, alertTroubles: [{ channel: 'webhook', sinceMs: Date.UTC(2026, 10, 3, 12), cause: 'The address for alerts does not take them.' }] } });
    await screen.findByText('Alerts by webhook have not arrived since November 3, 2026: the address for alerts does not take them.');
    fireEvent.click(screen.getByRole('button', { name: 'Open the alert settings' }));
    expect(edge.navigate).toHaveBeenCalledWith(expect.objectContaining({ relativeUrl: '?alerts=open' }));
  });

  it('is made sure of with one press', async () => {
    backend.routes.set('POST sync/backfill', { run: run({ kind: 'sweep' }) });
    show(connected({ run: run({ state: 'done' }) }));
    await screen.findByText('Corner Shop');
    fireEvent.click(check());
    await waitFor(() => expect(backend.callsOf('sync/backfill').map(({ body }) => body)).toEqual([{ action: 'sweep' }]));
    await waitFor(() => expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ message: 'Checking every pair. You can leave this page.' })));
  });

  it.each([['before the first walk', null], ['after one that was cancelled', run({ state: 'cancelled' })]])('leads to the preview %s, since it would write what nobody has seen', async (_, now) => {
    show(connected({ run: now }));
    fireEvent.click(await screen.findByRole('button', { name: 'See what would happen' }));
    expect(edge.navigate).toHaveBeenCalledWith(expect.objectContaining({ relativeUrl: '?step=preview' }));
    expect(screen.queryByRole('button', { name: 'Check everything now' })).toBeNull();
    expect(backend.callsOf('sync/backfill')).toEqual([]);
  });

  it.each(['running', 'paused', 'held'] as const)('cannot be asked for while a run is %s', async (state) => {
    show(connected({ run: run({ state }) }));
    await screen.findByText('Corner Shop');
    expect(check().getAttribute('aria-disabled')).toBe('true');
  });

  it('says so when the last check could not be read', async () => {
    backend.routes.set('GET sync/runs', new Failure({ action: 'Try again later.' }, 502));
    show(connected());
    await screen.findByText(/last checked could not be read\. Try again later\./u, {}, { timeout: 5_000 });
  });
});

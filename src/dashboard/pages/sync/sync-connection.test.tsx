import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
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
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.clearAllMocks();
  window.history.replaceState(null, '', '/');
});

function show(status: unknown): void {
  backend.routes.set('GET sync/status', status);
  render(<SyncEntry />);
}

const press = (name: RegExp | string): void => void fireEvent.click(screen.getByRole('button', { name }));

describe('the connection', () => {
  it('is given up only after saying what that means', async () => {
    backend.routes.set('POST sync/disconnect', () => {
      backend.routes.set('GET sync/status', { kind: 'disconnected' });
      return { webhook: 'removed' };
    });
    show(connected());
    await screen.findByText('Corner Shop');
    press('Disconnect');
    expect(backend.callsOf('sync/disconnect')).toEqual([]);
    await screen.findByText('83 copies that this app has made stay as reviews like any other: 50 on Wix and 33 in the store.');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Disconnect' }));
    await screen.findByRole('form', { name: 'Connect your store' });
    expect(backend.callsOf('sync/remove-copies')).toEqual([]);
  });

  it('is kept while every copy is removed, if its owner wants that, and no more than the number that was shown', async () => {
    backend.routes.set('POST sync/remove-copies', { run: run({ kind: 'removal' }) });
    show(connected({ run: run({ state: 'done' }) }));
    await screen.findByText('Corner Shop');
    press('Disconnect');
    fireEvent.click(await screen.findByRole('radio', { name: /^Remove the copies first/u }));
    press('Remove 83 copies');
    await waitFor(() => expect(backend.callsOf('sync/remove-copies').map(({ body }) => body)).toEqual([{ copies: 83 }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.callsOf('sync/disconnect')).toEqual([]);
  });

  it('says that nothing was removed when there are more copies by now', async () => {
    backend.routes.set('POST sync/remove-copies', new Failure({ code: 'INPUT_INVALID', field: 'copies' }, 400));
    show(connected({ run: run({ state: 'done' }) }));
    await screen.findByText('Corner Shop');
    press('Disconnect');
    fireEvent.click(await screen.findByRole('radio', { name: /^Remove the copies first/u }));
    press('Remove 83 copies');
    await screen.findByText(/has changed since this was opened, so nothing was removed/u);
  });

  it('keeps its copies while a run is under way, and says when they can be removed', async () => {
    show(connected({ run: run() }));
    await screen.findByText('Corner Shop');
    press('Disconnect');
    await screen.findByText('Possible once the present run has ended.');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Remove the copies first/u }).disabled).toBe(true);
  });

  it('is offered to be given up once every copy is removed', async () => {
    show(connected({ outcomes: { matched: 900, 'created-on-wix': 0, 'created-in-store': 0 }, run: run({ kind: 'removal', phase: 'done', state: 'done', done: 83 }) }));
    await screen.findByText('83 copies were removed, and every original is where it was written.');
    press('Disconnect now');
    await screen.findByRole('dialog');
  });

  it('can be switched on again when the store stopped telling', async () => {
    const { connection } = connected();
    backend.routes.set('POST sync/webhook', { connection });
    show(connected({ connection: { ...connection, webhookStatus: 'off' } }));
    await screen.findByText(/stopped telling us/u);
    press('Switch on again');
    await waitFor(() => expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ type: 'success' })));
  });

  it('says so when the store did not let itself be switched on', async () => {
    const connection = { ...connected().connection, webhookStatus: 'off' as const };
    backend.routes.set('POST sync/webhook', { connection });
    show(connected({ connection }));
    await screen.findByText(/stopped telling us/u);
    press('Switch on again');
    await screen.findByText(/^Your store did not switch it on\./u);
  });

  it('says so when the browser keeps the clipboard to itself', async () => {
    backend.routes.set('GET sync/scheduler', { url: 'https://app.example/api/tick/t' });
    show(connected());
    await screen.findByText('Corner Shop');
    press('Copy the address for a scheduler');
    await waitFor(() => expect(edge.showToast).toHaveBeenCalledWith({ message: 'Your browser did not let the address be copied. Allow this page to use the clipboard, then try again.', type: 'error' }));
  });

  it('lends no hand to the sync while it is paused', async () => {
    show(connected({ connection: { ...connected().connection, paused: true }, run: run() }));
    await screen.findByText(/^Paused\. Changes are remembered/u);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(backend.callsOf('sync/tick')).toEqual([]);
  });
});

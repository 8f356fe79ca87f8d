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

const type = (label: RegExp, value: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value } });
function describedBy(input: HTMLElement): string {
  const ids = (input.getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}

const press = (name: RegExp | string): void => void fireEvent.click(screen.getByRole('button', { name }));

describe('before a store is connected', () => {
  it('a duplicated site is told that nothing happens here, and its one action leads to the address', async () => {
    show({ kind: 'disconnected', copied: true });
    const note = await screen.findByRole('note', { name: 'This site is a copy' });
    expect(note.textContent).toContain('nothing is synced here');
    press('Connect this copy to a store of its own');
    expect(document.activeElement).toBe(screen.getByLabelText(/Store address/u));
  });

  it('any other site is told nothing of copies', async () => {
    show({ kind: 'disconnected', copied: false });
    await screen.findByRole('form', { name: 'Connect your store' });
    expect(screen.queryByRole('note', { name: 'This site is a copy' })).toBeNull();
  });

  async function connectWith(answer: unknown): Promise<void> {
    backend.routes.set('POST sync/connect', answer);
    show({ kind: 'disconnected' });
    await screen.findByRole('form', { name: 'Connect your store' });
    type(/Store address/u, 'https://shop.example');
    type(/Consumer key/u, 'ck_live_123');
    type(/Consumer secret/u, 'cs_live_456');
    press('Connect');
  }

  it.each([
    ['STORE_UNREACHABLE', 'url', 'No store answers at this address.'],
    ['STORE_TIMEOUT', 'url', 'The store took too long to answer.'],
    ['STORE_NOT_RECOGNISED', 'url', 'There is a website at this address, but no WooCommerce.'],
    ['STORE_URL_INSECURE', 'url', 'This address begins with http'],
    ['STORE_CERTIFICATE', 'url', 'its security certificate is not one that browsers trust'],
    ['STORE_BLOCKED', 'url', 'A firewall in front of the store'],
    ['STORE_URL_PRIVATE', 'url', 'As the app says.'],
    ['STORE_AUTH', 'key', 'The store does not accept these keys.'],
    ['STORE_FORBIDDEN', 'key', 'The keys are right, but they may only read.'],
  ] as const)('tells %s in plain words at the %s field, and keeps what was typed', async (code, field, sentence) => {
    await connectWith(new Failure({ code, sentence: 'As the app says.', action: 'Check it.' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(sentence);
    const marked = [...document.querySelectorAll('input')].filter((input) => describedBy(input).includes(sentence));
    expect(marked.map(({ name }) => name)).toEqual([field]);
    expect(screen.getByLabelText<HTMLInputElement>(/Consumer secret/u).value).toBe('cs_live_456');
  });

  it('tells by shape what is wrong with a field', async () => {
    await connectWith(new Failure({ code: 'INPUT_INVALID', field: 'key', got: 'text of 300 characters', expected: 'at most 255 characters' }, 400));
    expect((await screen.findByRole('alert')).textContent).toContain('Expected at most 255 characters, got text of 300 characters.');
  });

  it('does not ask the store before every field is filled', async () => {
    show({ kind: 'disconnected' });
    await screen.findByRole('form', { name: 'Connect your store' });
    type(/Store address/u, 'https://shop.example');
    expect(screen.getByRole('button', { name: 'Connect' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('never shows the keys again once connected', async () => {
    await connectWith(() => {
      backend.routes.set('GET sync/status', connected());
      return { connection: connected().connection, match: { compared: 3, accepted: 2, suggested: 0, left: 1, next: null } };
    });
    await screen.findByText('Corner Shop');
    expect(backend.callsOf('sync/connect')[0]?.body).toEqual({ url: 'https://shop.example', key: 'ck_live_123', secret: 'cs_live_456' });
    for (const secret of ['ck_live_123', 'cs_live_456']) expect(document.documentElement.outerHTML).not.toContain(secret);
    expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ message: 'Corner Shop is connected. 2 products were matched.' }));
  });
});

describe('a shop with more products than one request can match', () => {
  async function connect(second: unknown): Promise<void> {
    backend.routes.set('POST sync/connect', () => {
      backend.routes.set('GET sync/status', connected());
      return { connection: connected().connection, match: { compared: 500, accepted: 400, suggested: 0, left: 100, next: 'c2' } };
    });
    backend.routes.set('POST sync/match', second);
    show({ kind: 'disconnected' });
    await screen.findByRole('form', { name: 'Connect your store' });
    for (const label of [/Store address/u, /Consumer key/u, /Consumer secret/u]) type(label, 'x');
    press('Connect');
    await screen.findByText('Corner Shop');
  }

  it('has the rest matched right after', async () => {
    await connect({ compared: 100, accepted: 90, suggested: 0, left: 10, next: null });
    expect(backend.callsOf('sync/match').map(({ body }) => body)).toEqual([{ cursor: 'c2' }]);
    expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ message: 'Corner Shop is connected. 490 products were matched.' }));
  });

  it('is connected even if that fails, and says what is left to do', async () => {
    await connect(new Failure({}, 502));
    expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ message: 'Corner Shop is connected. Its products still have to be matched.' }));
  });
});

describe('the page as a whole', () => {
  it('shows its outline while it loads', () => {
    show({ kind: 'disconnected' });
    expect(screen.getByRole('status', { name: 'Loading sync' })).toBeTruthy();
  });

  it('says in one sentence how things stand, to a screen reader as well', async () => {
    show(connected());
    const health = await screen.findByRole('status', { name: 'Sync health' });
    expect(health.textContent).toBe('983 pairs agree. Not checked from end to end yet. 12 need you. 5 have no matching product.');
    expect(health.getAttribute('aria-live')).toBe('polite');
  });

  it('explains a failure and tries again', async () => {
    show(new Failure({ sentence: 'Storage is not ready.' }, 503));
    await vi.advanceTimersByTimeAsync(3_000);
    await screen.findByText('Storage is not ready.');
    backend.routes.set('GET sync/status', connected());
    press('Try again');
    await screen.findByText('Corner Shop');
    await waitFor(() => expect(screen.queryByText('Storage is not ready.')).toBeNull());
  });

  it('does not take the explanation away while it looks again by itself', async () => {
    show(new Failure({ sentence: 'Storage is not ready.' }, 503));
    await vi.advanceTimersByTimeAsync(3_000);
    await screen.findByText('Storage is not ready.');
    edge.fetch.mockImplementation(() => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(screen.getByText('Storage is not ready.')).toBeTruthy();
    expect(screen.queryByRole('status', { name: 'Loading sync' })).toBeNull();
  });

  it('keeps what it knew when a later look fails', async () => {
    show(connected());
    await screen.findByText('Corner Shop');
    backend.routes.set('GET sync/status', new Failure({ sentence: 'Wix did not answer.' }, 502));
    await vi.advanceTimersByTimeAsync(10_000);
    await screen.findByText('Wix did not answer.');
    expect(screen.getByText('Corner Shop')).toBeTruthy();
  });

  it('shows what happens without being reloaded, and asks cheaply while nothing does', async () => {
    show(connected());
    await screen.findByText('Corner Shop');
    backend.routes.set('GET sync/status', { kind: 'unchanged', version: 'v1', run: null });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(backend.callsOf('sync/status').at(-1)?.query).toBe('?version=v1');
    backend.routes.set('GET sync/status', connected({ version: 'v2', counts: { ...connected().counts, 'in-step': 984 } }));
    backend.routes.set('GET sync/links', { items: [link('b', { sentence: 'Just in.' })], next: null });
    await vi.advanceTimersByTimeAsync(6_000);
    await screen.findByText(/984 pairs agree/u);
    await screen.findByText('Just in.');
  });
});

describe('the walk over everything', () => {
  it.each([['that was never made', null], ['whose copies were taken back', run({ kind: 'rollback', state: 'done' })], ['that was cancelled', run({ state: 'cancelled' })]])('%s begins with its preview, not with a press here', async (_, now) => {
    show(connected({ run: now }));
    await screen.findByText('Corner Shop');
    press('Preview');
    expect(edge.navigate).toHaveBeenCalledWith(expect.objectContaining({ relativeUrl: '?step=preview' }));
    expect(backend.callsOf('sync/backfill')).toEqual([]);
  });

  it('starts, and then works without a pause until it is done', async () => {
    backend.routes.set('POST sync/backfill', () => {
      backend.routes.set('GET sync/status', connected({ run: run({ done: 0, updatedAtMs: 1 }) }));
      return { run: run() };
    });
    show(connected({ run: run({ state: 'done' }) }));
    await screen.findByText('Corner Shop');
    let ticks = 0;
    backend.routes.set('POST sync/tick', () => {
      ticks += 1;
      const last = ticks >= 5;
      if (last) backend.routes.set('GET sync/status', connected({ version: 'v9', run: run({ state: 'done', phase: 'done', done: 4000, updatedAtMs: 99 }) }));
      return { ...IDLE_TICK, run: run({ done: ticks * 800, state: last ? 'done' : 'running', phase: last ? 'done' : 'store', updatedAtMs: 1 + ticks }) };
    });
    press('Compare again');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(ticks).toBe(5);
    await screen.findByText('Done: 4,000 reviews looked at');
    expect(screen.getByRole('button', { name: 'Compare again' })).toBeTruthy();
  });

  it('tells how far it is, how fast it goes and how long it takes', async () => {
    show(connected({ run: run() }));
    await screen.findByText('1,200 of 4,000 · 600 a minute · 5 min left');
    expect(screen.getByRole('progressbar', { name: 'Reviews compared' }).getAttribute('aria-valuetext')).toContain('1,200 of 4,000');
    expect(screen.getByText(/You can leave this page/u)).toBeTruthy();
  });

  it('pauses and resumes', async () => {
    backend.routes.set('POST sync/backfill', (body: unknown) => {
      const state = JSON.stringify(body).includes('pause') ? 'paused' : 'running';
      backend.routes.set('GET sync/status', connected({ run: run({ state, updatedAtMs: state === 'paused' ? 50 : 60 }) }));
      return { run: run({ state }) };
    });
    show(connected({ run: run() }));
    await screen.findByRole('button', { name: 'Pause' });
    press('Pause');
    await screen.findByRole('button', { name: 'Resume' });
    press('Resume');
    await screen.findByRole('button', { name: 'Pause' });
    expect(backend.callsOf('sync/backfill').map(({ body }) => body)).toEqual([{ action: 'pause' }, { action: 'resume' }]);
  });

  it('says what keeps it from going on, and shows how far it came', async () => {
    backend.routes.set('POST sync/tick', new Failure({ sentence: 'The store asked us to slow down.' }, 429));
    show(connected({ run: run() }));
    await screen.findByText('The store asked us to slow down.');
    expect(screen.getByText(/1,200 of 4,000/u)).toBeTruthy();
  });
});

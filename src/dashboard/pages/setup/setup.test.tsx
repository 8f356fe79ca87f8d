import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connected, Failure, FakeBackend } from '../../testing/fake-backend';
import { ALL_GRANTED, setup } from '../../testing/fake-setup';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn() }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: { showToast: edge.showToast, navigate: edge.navigate, observeState: () => ({ disconnect: () => undefined }) } }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SetupEntry from './setup';

let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('POST setup/test', ALL_GRANTED);
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  window.history.replaceState(null, '', '/');
});

function show(status: unknown, search = ''): void {
  window.history.replaceState(null, '', `/${search}`);
  backend.routes.set('GET setup/status', status);
  render(<SetupEntry />);
}

function type(values: Readonly<Record<string, string>>): void {
  for (const [label, value] of Object.entries(values)) fireEvent.change(screen.getByLabelText(new RegExp(label, 'u')), { target: { value } });
}

const stepButton = (name: RegExp): HTMLElement => within(screen.getByRole('navigation', { name: 'Setup steps' })).getByRole('button', { name });

describe('before a store is connected', () => {
  it('tells a duplicated site that it is one, before anything else', async () => {
    show({ kind: 'disconnected', copied: true });
    expect((await screen.findByRole('note', { name: 'This site is a copy' })).textContent).toContain('the original goes on with its store');
  });

  it('asks for the store, shows where the keys are, and says why the other steps wait', async () => {
    show({ kind: 'disconnected' });
    await screen.findByRole('form', { name: 'Connect your store' });
    screen.getByRole('img', { name: /Drawing of WooCommerce’s settings/u });
    const preview = stepButton(/Preview ?, not yet: After connecting/u);
    expect(preview.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(preview);
    screen.getByRole('form', { name: 'Connect your store' });
    expect(edge.navigate).not.toHaveBeenCalled();
  });

  it('says when the site is linked with another store, and goes on once those links are forgotten', async () => {
    backend.routes.set('POST sync/connect', new Failure({ code: 'OTHER_STORE', sentence: 'The reviews of this site are linked with another store.', field: 'url' }, 409));
    let steps = 0;
    backend.routes.set('POST sync/forget-store', () => {
      steps += 1;
      if (steps === 2) backend.routes.set('POST sync/connect', { connection: connected().connection, match: null });
      return { done: steps === 2 };
    });
    show({ kind: 'disconnected' });
    await screen.findByRole('form', { name: 'Connect your store' });
    type({ 'Store address': 'https://other.example', 'Consumer key': 'ck_live_1', 'Consumer secret': 'cs_live_2' });
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Forget the links and connect' }));
    await waitFor(() => expect(backend.callsOf('sync/connect')).toHaveLength(2));
    expect(steps).toBe(2);
  });

  it('asks when the shop of before seems to have moved, and says so to the app only when its owner does', async () => {
    backend.routes.set('POST sync/connect', (body: unknown) => ('moved' in (body as object)
      ? { connection: connected().connection, match: null }
      : new Failure({ code: 'STORE_MOVED', sentence: 'It looks the same.', got: '98 of 100 reviews' }, 409)));
    show({ kind: 'disconnected' });
    await screen.findByRole('form', { name: 'Connect your store' });
    type({ 'Store address': 'https://new-name.example', 'Consumer key': 'ck_live_1', 'Consumer secret': 'cs_live_2' });
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    const notice = within(await screen.findByRole('alert'));
    notice.getByText(/same shop at a new address: 98 of 100 reviews/u);
    expect(screen.queryByRole('button', { name: 'Forget the links and connect' })).toBeNull();
    expect(screen.getByLabelText(/Store address/u).getAttribute('aria-invalid')).not.toBe('true');
    fireEvent.click(notice.getByRole('button', { name: 'Go on with this shop' }));
    await waitFor(() => expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ message: 'Corner Shop goes on at its new address, with all that was linked.' })));
    const typed = { url: 'https://new-name.example', key: 'ck_live_1', secret: 'cs_live_2' };
    expect(backend.callsOf('sync/connect').map(({ body }) => body)).toEqual([typed, { ...typed, moved: true }]);
  });

  it('goes on to the products once connected, and never shows the keys again', async () => {
    backend.routes.set('POST sync/connect', () => {
      backend.routes.set('GET setup/status', setup());
      return { connection: connected().connection, match: { compared: 3, accepted: 2, suggested: 0, left: 1, next: null } };
    });
    show({ kind: 'disconnected' });
    await screen.findByRole('form', { name: 'Connect your store' });
    type({ 'Store address': 'https://shop.example', 'Consumer key': 'ck_live_1', 'Consumer secret': 'cs_live_2' });
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await waitFor(() => expect(stepButton(/Match products/u).getAttribute('aria-current')).toBe('step'));
    for (const secret of ['ck_live_1', 'cs_live_2']) expect(document.documentElement.outerHTML).not.toContain(secret);
  });
});

describe('the steps', () => {
  it('say where each stands', async () => {
    show(setup());
    await screen.findByRole('navigation', { name: 'Setup steps' });
    stepButton(/Connect ?, done: Corner Shop/u);
    stepButton(/Match products ?, open: 3 products to look at/u);
    stepButton(/Run ?, open: Not started/u);
  });

  it('are in the address, so that a reload shows the same one', async () => {
    show(setup(), '?step=connect');
    await screen.findByText('Read reviews');
    expect(stepButton(/^Connect/u).getAttribute('aria-current')).toBe('step');
    fireEvent.click(stepButton(/Match products/u));
    expect(edge.navigate).toHaveBeenCalledWith(expect.objectContaining({ relativeUrl: '?step=products' }), { history: 'push' });
  });

  it('take the focus along', async () => {
    show(setup(), '?step=connect');
    await screen.findByText('Read reviews');
    fireEvent.click(screen.getByRole('button', { name: 'Match products' }));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Match products'));
  });

  it('leave the focus alone when the page opens at one of them', async () => {
    backend.routes.set('GET setup/fields', new Failure({}, 503));
    show(setup(), '?step=fields');
    await screen.findByText('Which part of a review crosses, and whose word counts.');
    expect(document.activeElement).toBe(document.body);
  });

  it('show their outline while they load, and explain a failure', async () => {
    show(new Failure({ sentence: 'Storage is not ready.' }, 503));
    screen.getByRole('status', { name: 'Loading setup' });
    await screen.findByText('Storage is not ready.', {}, { timeout: 5_000 });
    backend.routes.set('GET setup/status', setup());
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('navigation', { name: 'Setup steps' });
  }, 10_000);
});

describe('the permissions', () => {
  it('are tried one by one, each with a verdict', async () => {
    show(setup(), '?step=connect');
    await screen.findByText('Copies and changes can be written.');
    expect(screen.getAllByText('Works')).toHaveLength(4);
  });

  it('say which one is missing, what to do and what was not reached', async () => {
    backend.routes.set('POST setup/test', { verdicts: [{ permission: 'read-reviews', problem: { code: 'STORE_AUTH', sentence: 'No longer accepted.', action: 'Connect the store again' } }] });
    show(setup(), '?step=connect');
    await screen.findByText('No longer accepted. Connect the store again.');
    expect(screen.getAllByText('Not tried')).toHaveLength(3);
    backend.routes.set('POST setup/test', ALL_GRANTED);
    fireEvent.click(screen.getByRole('button', { name: 'Test again' }));
    await waitFor(() => expect(screen.getAllByText('Works')).toHaveLength(4));
  });
});

describe('the keys of a connected store', () => {
  it('are renewed without disconnecting, and tried again', async () => {
    backend.routes.set('POST sync/connect', { connection: connected().connection, match: null });
    show(setup(), '?step=connect');
    await screen.findByText('Copies and changes can be written.');
    fireEvent.click(screen.getByRole('button', { name: 'Renew keys' }));
    const form = within(screen.getByRole('form', { name: 'Renew keys' }));
    fireEvent.change(form.getByLabelText(/Consumer key/u), { target: { value: 'ck_live_3' } });
    fireEvent.change(form.getByLabelText(/Consumer secret/u), { target: { value: 'cs_live_4' } });
    fireEvent.click(form.getByRole('button', { name: 'Use these keys' }));
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Renew keys' })).toBeNull());
    expect(backend.callsOf('sync/connect').map(({ body }) => body)).toEqual([{ url: 'https://shop.example', key: 'ck_live_3', secret: 'cs_live_4' }]);
    await waitFor(() => expect(backend.callsOf('setup/test')).toHaveLength(2));
    expect(backend.callsOf('sync/disconnect')).toEqual([]);
    expect(document.documentElement.outerHTML).not.toContain('cs_live_4');
  });

  it('of a store that moved are taken at its new address, once its owner says that it is the same', async () => {
    backend.routes.set('POST sync/connect', (body: unknown) => ('moved' in (body as object)
      ? { connection: connected().connection, match: null }
      : new Failure({ code: 'STORE_MOVED', sentence: 'It looks the same.', got: '5 of 5 reviews' }, 409)));
    show(setup(), '?step=connect');
    fireEvent.click(await screen.findByRole('button', { name: 'Renew keys' }));
    expect(screen.getByLabelText<HTMLInputElement>(/Store address/u).value).toBe('https://shop.example');
    type({ 'Store address': 'https://new-name.example', 'Consumer key': 'ck_live_3', 'Consumer secret': 'cs_live_4' });
    fireEvent.click(screen.getByRole('button', { name: 'Use these keys' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Go on with this shop' }));
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Renew keys' })).toBeNull(), { timeout: 10_000 });
    expect(backend.callsOf('sync/connect').at(-1)?.body).toEqual({ url: 'https://new-name.example', key: 'ck_live_3', secret: 'cs_live_4', moved: true });
  });
});

import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Failure, FakeBackend } from '../../testing/fake-backend';
import { product, setup } from '../../testing/fake-setup';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn(), observeState: vi.fn((_tell: (state: unknown) => void) => ({ disconnect: (): void => undefined })) }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: { showToast: edge.showToast, navigate: edge.navigate, observeState: edge.observeState } }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SetupEntry from './setup';

let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('GET setup/products', { items: [product('10', { reason: 'name', confidence: 0.7 })], next: null, hasStores: true });
  backend.routes.set('GET setup/wix-products', { items: [{ id: 'w7', name: 'Blue mug', sku: 'B-7' }], next: null, hasStores: true });
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  window.history.replaceState(null, '', '/');
});

function show(change: Parameters<typeof setup>[0] = {}, search = '?step=products'): void {
  window.history.replaceState(null, '', `/${search}`);
  backend.routes.set('GET setup/status', setup(change));
  render(<SetupEntry />);
}

const lastQuery = (): string => decodeURIComponent(backend.callsOf('setup/products').at(-1)?.query ?? '');
const press = (name: RegExp | string): void => void fireEvent.click(screen.getByRole('button', { name }));

it('takes the text of a shared link from the dashboard, which tells it after the page is there', async () => {
  show({ products: { suggested: 0, open: 0, matched: 0, left: 0, gone: 0 } }, '');
  await screen.findByText('Mug 10');
  act(() => edge.observeState.mock.lastCall?.[0]({ location: { search: '?step=products&view=matched&q=cup' } }));
  await waitFor(() => expect(lastQuery()).toBe('?view=matched&q=cup'));
  expect(screen.getByLabelText<HTMLInputElement>('Find a store product').value).toBe('cup');
  expect(edge.navigate).not.toHaveBeenCalled();
});

it('begins with what waits for a person, with the reason and how sure it is', async () => {
  show();
  await screen.findByText('Mug 10');
  expect(lastQuery()).toBe('?view=suggested');
  screen.getByText(/Same name, 70 % sure/u);
  screen.getByText(/140 of 143 store products are matched/u);
});

it('sends the view and the text to the query, and keeps both in the address', async () => {
  show();
  await screen.findByText('Mug 10');
  press(/^Matched/u);
  await waitFor(() => expect(lastQuery()).toBe('?view=matched'));
  fireEvent.change(screen.getByLabelText('Find a store product'), { target: { value: 'mug' } });
  await waitFor(() => expect(lastQuery()).toBe('?view=matched&q=mug'));
  await waitFor(() => expect(edge.navigate).toHaveBeenLastCalledWith(expect.objectContaining({ relativeUrl: '?step=products&view=matched&q=mug' }), { history: 'replace' }));
});

it('tells no results from an empty view', async () => {
  backend.routes.set('GET setup/products', { items: [], next: null });
  show({}, '?step=products&view=matched&q=zzz');
  await screen.findByText('No product of this view has that in its name.');
  press('Show all');
  await screen.findByText('No product is matched yet.');
});

it('accepts a suggestion, and leaves a product unmatched for good', async () => {
  backend.routes.set('POST sync/match', { product: product('10') });
  show();
  await screen.findByText('Mug 10');
  press('Accept: Wix mug 10 for Mug 10');
  press('Leave unmatched: Mug 10');
  await waitFor(() => expect(backend.callsOf('sync/match').map(({ body }) => body)).toEqual([{ storeProductId: '10', wixProductId: 'w10' }, { storeProductId: '10', wixProductId: null }]));
});

it('finds another product by typing, by keyboard, and goes back to where it was', async () => {
  backend.routes.set('POST sync/match', { product: product('10', { wixName: 'Blue mug' }) });
  show();
  await screen.findByText('Mug 10');
  press('Choose: the Wix product for Mug 10');
  const field = screen.getByLabelText('Find the Wix product');
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: 'blue' } });
  await waitFor(() => expect(backend.callsOf('setup/wix-products').at(-1)?.query).toBe('?q=blue'));
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Choose: the Wix product for Mug 10');
  press('Choose: the Wix product for Mug 10');
  fireEvent.click(await screen.findByRole('button', { name: /Blue mug/u }));
  await waitFor(() => expect(backend.callsOf('sync/match').at(-1)?.body).toEqual({ storeProductId: '10', wixProductId: 'w7' }));
});

it('accepts all close matches in steps, and says what it held back', async () => {
  let steps = 0;
  backend.routes.set('POST setup/decide', () => ({ done: 100, held: 1, more: (steps += 1) < 3 }));
  show();
  await screen.findByText('Mug 10');
  press('Accept all with the same name or address');
  await waitFor(() => expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ message: '300 matches were accepted. 3 need your own look: two products claim the same counterpart.' })));
});

it('says what it means that two store products share one Wix product', async () => {
  backend.routes.set('GET setup/products', { items: [product('10', { twins: ['Old mug'] })], next: null });
  show({}, '?step=products&view=matched');
  await screen.findByText(/“Old mug” is matched with the same Wix product/u);
});

it('tells a choice to leave a product from not having found one, and takes it back', async () => {
  backend.routes.set('GET setup/products', { items: [product('10', { wixProductId: null, wixName: null, reason: 'manual' })], next: null });
  backend.routes.set('POST setup/decide', { done: 1, held: 0, more: false });
  show({ products: { suggested: 0, open: 1, matched: 3, left: 1, gone: 0 } }, '?step=products&view=left');
  await screen.findByText('Left unmatched by you');
  press('Take back: the choice for Mug 10');
  await waitFor(() => expect(backend.callsOf('setup/decide')[0]?.body).toEqual({ action: 'reopen', storeProductId: '10' }));
});

it.each([
  ['store', 'No longer in your store. Put it back there and press “Match again”, or leave it.', false],
  ['wix', 'No longer on your Wix site. Choose another Wix product, or leave it unmatched.', true],
] as const)('says of a product that was deleted in the %s shop what is true, and offers only what helps', async (goneFrom, words, choosable) => {
  backend.routes.set('GET setup/products', { items: [product('10', { goneFrom })], next: null });
  show({ products: { suggested: 0, open: 0, matched: 3, left: 0, gone: 1 } }, '?step=products&view=gone');
  await screen.findByText(words);
  screen.getByText(/1 matched product was deleted in one of the shops/u);
  screen.getByText(/Nothing was deleted for it in the other shop/u);
  expect(screen.queryByRole('button', { name: 'Choose: the Wix product for Mug 10' }) !== null).toBe(choosable);
});

it('says so when the site has no products at all', async () => {
  backend.routes.set('GET setup/wix-products', { items: [], next: null, hasStores: true });
  backend.routes.set('GET setup/products', { items: [], next: null });
  show({ products: { suggested: 0, open: 12, matched: 0, left: 0, gone: 0 } });
  await screen.findByText(/Your Wix site shows no products/u);
});

it('lets a product be chosen when none is matched yet, which also has the page ask whether there is a catalog', async () => {
  show({ products: { suggested: 0, open: 12, matched: 0, left: 0, gone: 0 } }, '?step=products&view=open');
  await screen.findByText('Mug 10');
  await waitFor(() => expect(backend.callsOf('setup/wix-products')).toHaveLength(1));
  press('Choose: the Wix product for Mug 10');
  await screen.findByRole('button', { name: /Blue mug/u });
});

it('is a state of its own, with one way on, when Wix Stores is not installed', async () => {
  backend.routes.set('GET setup/wix-products', { items: [], next: null, hasStores: false });
  backend.routes.set('GET setup/products', { items: [], next: null });
  show({ products: { suggested: 0, open: 12, matched: 0, left: 0, gone: 0 } });
  await screen.findByText('Wix Stores is not installed');
  screen.getByRole('button', { name: 'Match again' });
  expect(screen.queryByRole('button', { name: 'Match people' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Leave all/u })).toBeNull();
});

it('explains a failure of the list and tries again', async () => {
  backend.routes.set('GET setup/products', new Failure({ sentence: 'Wix asked for a pause.' }, 429));
  show();
  const alert = await screen.findByRole('alert', {}, { timeout: 5_000 });
  within(alert).getByText('Wix asked for a pause.');
  backend.routes.set('GET setup/products', { items: [product('11')], next: null });
  press('Try again');
  await screen.findByText('Mug 11');
}, 10_000);

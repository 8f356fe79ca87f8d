import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { brandId, type WixProductId } from '../../../core/ids';
import { conflict, connected, Failure, FakeBackend, IDLE_TICK, link } from '../../testing/fake-backend';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn(), observeState: vi.fn((_tell: (state: unknown) => void) => ({ disconnect: vi.fn() })) }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: edge }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SyncEntry from './sync';

const SEEN = { timeout: 4_000 };

let backend: FakeBackend;
let id = 0;

/** A product of Wix that no other test has asked the name of: what is known of one stays known. */
const product = (): WixProductId => brandId<WixProductId>(`w-${String((id += 1))}`);
const nameless = (row: string, wixProductId: WixProductId) => link(row, { storeProductName: null, wixProductName: null, wixProductId, state: 'unmatched' });

beforeEach(() => {
  backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('GET sync/status', connected());
  backend.routes.set('POST sync/tick', IDLE_TICK);
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  window.history.replaceState(null, '', '/');
});

function show(rows: readonly unknown[], query = ''): void {
  backend.routes.set('GET sync/links', { items: rows, next: null });
  window.history.replaceState(null, '', `/${query}`);
  render(<SyncEntry />);
}

describe('a product that only Wix has', () => {
  it('is called by its name in all its rows, asked for in one request once the rows are there', async () => {
    const [a, b] = [product(), product()];
    let answer = (_names: unknown): void => undefined;
    backend.routes.set('GET inbox/names', new Promise((resolve) => { answer = resolve; }));
    show([nameless('1', a), nameless('2', a), nameless('3', b), link('4')]);
    await screen.findByText('Red mug', {}, SEEN);
    await waitFor(() => expect(backend.callsOf('inbox/names').map(({ query }) => query)).toEqual([`?products=${encodeURIComponent(`${a},${b}`)}`]));
    expect(screen.getAllByRole('button', { name: 'History of a review of a product whose name is not known' })).toHaveLength(3);
    answer({ names: { [a]: 'Green mug', [b]: null } });
    expect(await screen.findAllByText('Green mug')).toHaveLength(2);
    expect(screen.getByText('A product your Wix catalog does not show')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'History of a review of Green mug' })).toHaveLength(2);
    expect(backend.callsOf('inbox/names')).toHaveLength(1);
  });

  it('is not asked for where every row has its name', async () => {
    show([link('1')]);
    await screen.findByText('Red mug');
    expect(backend.callsOf('inbox/names')).toEqual([]);
  });

  it('says that its name is not known when nobody could be asked', async () => {
    backend.routes.set('GET inbox/names', new Failure({}, 502));
    show([nameless('1', product())]);
    await screen.findByText('A product whose name is not known', {}, SEEN);
  });

  it('has its name among the conflicts, and in the history without another request', async () => {
    const a = product();
    backend.routes.set('GET inbox/names', { names: { [a]: 'Green mug' } });
    backend.routes.set('GET sync/conflicts', { items: [conflict('c', { product: null, productKey: a })], total: 1, next: null });
    backend.routes.set('GET sync/timeline', { item: nameless('1', a), moments: [], conflicts: [] });
    show([nameless('1', a)]);
    await within(await screen.findByRole('list', { name: 'Conflicts' })).findByText('Green mug');
    fireEvent.click(screen.getAllByRole('button', { name: 'History of a review of Green mug' }).at(-1) ?? expect.fail('Expected a way to the history'));
    await within(await screen.findByRole('dialog')).findByText('Green mug');
    expect(backend.callsOf('inbox/names')).toHaveLength(1);
  });

  it('is found by its name, narrows the list in the query and the address, and is left with one press', async () => {
    const a = product();
    backend.routes.set('GET inbox/products', { items: [{ product: a, name: 'Green mug', isOnWix: true }], next: null });
    show([], '?q=mug');
    await screen.findByText('No reviews of a product called “mug”');
    fireEvent.click(screen.getByRole('button', { name: 'Find a product' }));
    await waitFor(() => expect(backend.callsOf('inbox/products').at(-1)?.query).toBe('?q=mug'));
    fireEvent.click(await screen.findByRole('button', { name: 'Green mug' }));
    await waitFor(() => expect(backend.callsOf('sync/links').at(-1)?.query).toBe(`?product=${a}`));
    expect(edge.navigate.mock.lastCall?.[0]).toMatchObject({ relativeUrl: `?product=${a}` });
    expect(screen.getByText('Green mug')).toBeTruthy();
    expect(backend.callsOf('inbox/names')).toEqual([]);
    await screen.findByText('No reviews of this product');
    fireEvent.click(screen.getByRole('button', { name: 'All products' }));
    await waitFor(() => expect(backend.callsOf('sync/links').at(-1)?.query).toBe(''));
  });

  it('has its name in the export', async () => {
    const a = product();
    const saved: Blob[] = [];
    const saves = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${String(saved.push(blob))}`, revokeObjectURL: vi.fn() });
    backend.routes.set('GET inbox/names', { names: { [a]: 'Green mug' } });
    show([nameless('1', a)], `?product=${a}`);
    fireEvent.click(await screen.findByRole('button', { name: 'Export CSV' }));
    await waitFor(() => expect(saves).toHaveBeenCalledTimes(1));
    expect(backend.callsOf('sync/links').at(-1)?.query).toBe(`?product=${a}&per=100`);
    const text = await new Promise<unknown>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsText(saved[0] ?? new Blob());
    });
    expect(text).toContain('Green mug');
    saves.mockRestore();
  });
});

import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
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
  resizeTo(WIDE_PX);
});

const WIDE_PX = 1024;

function resizeTo(width: number): void {
  window.innerWidth = width;
  act(() => void window.dispatchEvent(new Event('resize')));
}

function show(status: unknown): void {
  backend.routes.set('GET sync/status', status);
  render(<SyncEntry />);
}

/** jsdom's blobs cannot be read otherwise. */
function textOf(blob: Blob | undefined): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.readAsText(blob ?? new Blob());
  });
}

/** What the dashboard was told the page's place is. */
const place = (): unknown => (edge.navigate.mock.lastCall?.[0] as { relativeUrl: string } | undefined)?.relativeUrl;

const press = (name: RegExp | string): void => void fireEvent.click(screen.getByRole('button', { name }));

describe('the list', () => {
  it('shows state, stars, products, whereabouts, reason and moment of each review', async () => {
    show(connected());
    const row = (await screen.findByText('The review has no stars.')).closest('tr');
    const cells = within(row as HTMLElement);
    expect(cells.getByText('Need you')).toBeTruthy();
    expect(cells.getByRole('img', { name: '4 out of 5 stars' })).toBeTruthy();
    expect(cells.getByText('Red mug')).toBeTruthy();
    expect(cells.getByText('Store only')).toBeTruthy();
    expect(cells.getByText('5 minutes ago')).toBeTruthy();
  });

  it('tells the same in a narrow column, one review below the other', async () => {
    resizeTo(320);
    show(connected());
    const review = (await screen.findByText('The review has no stars.')).closest('[role="listitem"]');
    const told = within(review as HTMLElement);
    for (const text of ['Need you', 'Red mug', 'In the store:', 'Store only', 'Give it stars in the store.', 'Written in the store', '5 minutes ago']) expect(told.getByText(text, { exact: false })).toBeTruthy();
    expect(told.getByRole('img', { name: '4 out of 5 stars' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('is a table again as soon as there is room for one, and reads nothing anew for it', async () => {
    resizeTo(959);
    show(connected());
    await screen.findByText('The review has no stars.');
    expect(screen.queryByRole('table')).toBeNull();
    const reads = backend.callsOf('sync/links').length;
    resizeTo(960);
    expect(screen.getByRole('table')).toBeTruthy();
    expect(screen.queryByRole('list', { name: 'Reviews' })).toBeNull();
    expect(backend.callsOf('sync/links')).toHaveLength(reads);
  });

  it('filters in the query when a number is pressed, and keeps the filter in the address', async () => {
    show(connected());
    await screen.findByText('The review has no stars.');
    backend.routes.set('GET sync/links', { items: [], next: null });
    press('Need you 12');
    await screen.findByText('Nothing needs you.');
    expect(backend.callsOf('sync/links').at(-1)?.query).toBe('?state=blocked');
    expect(place()).toBe('?state=blocked');
    expect(screen.getByRole('button', { name: 'Need you 12' }).getAttribute('aria-pressed')).toBe('true');
    press('Show all reviews');
    await screen.findByText('The review has no stars.');
    expect(place()).toBe('');
  });

  it('opens with the filter of its address', async () => {
    edge.observeState.mockImplementationOnce((tell) => {
      tell({ location: { search: '?state=unmatched' } });
      return { disconnect: vi.fn() };
    });
    show(connected());
    await screen.findByText('The review has no stars.');
    await waitFor(() => expect(backend.callsOf('sync/links').at(-1)?.query).toBe('?state=unmatched'));
  });

  it('is searched by product in the query, and the word stays in the address', async () => {
    show(connected());
    await screen.findByText('The review has no stars.');
    backend.routes.set('GET sync/links', { items: [], next: null });
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search by product name' }), { target: { value: ' mug ' } });
    await screen.findByText('No reviews of a product called “mug”');
    expect(backend.callsOf('sync/links').at(-1)?.query).toBe('?q=mug');
    expect(place()).toBe('?q=mug');
    press('Show all reviews');
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe(''));
    expect(place()).toBe('');
  });

  it('is exported as it is narrowed, to the last page, and says when it could not be', async () => {
    const saved: Blob[] = [];
    const saves = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${String(saved.push(blob))}`, revokeObjectURL: vi.fn() });
    window.history.replaceState(null, '', '/?state=blocked');
    show(connected());
    await screen.findByText('The review has no stars.');
    backend.routes.set('GET sync/links', (_: unknown, url: URL) => (url.searchParams.get('cursor') === 'c2' ? { items: [link('b')], next: null } : { items: [link('a')], next: 'c2' }));
    press('Export CSV');
    await waitFor(() => expect(saves).toHaveBeenCalledTimes(1));
    expect((await textOf(saved[0])).split('\r\n').slice(1).map((line) => line.split(',')[0])).toEqual(['a', 'b', '']);
    expect(backend.callsOf('sync/links').slice(-2).map(({ query }) => query)).toEqual(['?state=blocked&per=100', '?state=blocked&per=100&cursor=c2']);
    backend.routes.set('GET sync/links', new Failure({ sentence: 'Wix did not answer.' }, 502));
    press('Export CSV');
    await screen.findByText('Wix did not answer. Nothing was exported.');
    expect(saves).toHaveBeenCalledTimes(1);
    saves.mockRestore();
  });

  it('loads more until there are no more', async () => {
    backend.routes.set('GET sync/links', (_: unknown, url: URL) =>
      url.searchParams.get('cursor') === 'c2' ? { items: [link('b', { sentence: 'The second page.' })], next: null } : { items: [link('a')], next: 'c2' });
    show(connected());
    await screen.findByRole('button', { name: 'Load more' });
    press('Load more');
    await screen.findByText('The second page.');
    expect(screen.getByText('The review has no stars.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull());
  });

  it('tells an empty shop from an empty filter', async () => {
    backend.routes.set('GET sync/links', { items: [], next: null });
    show(connected());
    await screen.findByText('No reviews yet');
  });

  it('explains a failure of its own without taking the page down', async () => {
    backend.routes.set('GET sync/links', new Failure({ sentence: 'The list could not be read.' }, 502));
    show(connected());
    await vi.advanceTimersByTimeAsync(3_000);
    await screen.findByText('The list could not be read.');
    expect(screen.getByText('Corner Shop')).toBeTruthy();
  });

  it('puts a product name on the page as text, whatever is in it', async () => {
    backend.routes.set('GET sync/links', { items: [link('a', { wixProductName: '<img src=x onerror=alert(1)>' })], next: null });
    show(connected());
    await screen.findByText('<img src=x onerror=alert(1)>');
    expect(document.querySelector('img[src="x"]')).toBeNull();
  });
});

describe('the page in a narrow column', () => {
  const pageStyle = (): string => document.querySelector<HTMLElement>('[data-hook="page"]')?.style.minWidth ?? '';
  const spans = (): string[] => [...document.querySelectorAll<HTMLElement>('[style*="grid-column"]')].map(({ style }) => style.gridColumn);

  it('asks for no width of its own, and puts the cards one below the other', async () => {
    resizeTo(320);
    show(connected());
    await screen.findByText('Corner Shop');
    expect(pageStyle()).toContain('calc(0px');
    expect(new Set(spans())).toEqual(new Set(['span 12']));
    resizeTo(WIDE_PX);
    expect(pageStyle()).toContain('864px');
    expect(spans().filter((span) => span === 'span 4')).toHaveLength(3);
  });
});

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
    await screen.findByText(/Reviews stay where they are on both sides, and so do the copies: 50 copies on Wix, 33 copies in the store/u);
    press('Keep the copies and disconnect');
    await screen.findByRole('form', { name: 'Connect your store' });
  });

  it('is given up with the copies taken back first, if its owner wants that', async () => {
    backend.routes.set('GET sync/runs', { items: [{ run: run({ state: 'done', startedAtMs: 7_000 }), copies: 83 }] });
    backend.routes.set('POST sync/rollback', { run: run({ kind: 'rollback' }) });
    show(connected({ run: run({ state: 'done', startedAtMs: 7_000 }) }));
    await screen.findByText('Corner Shop');
    press('Disconnect');
    fireEvent.click(await screen.findByRole('button', { name: 'Take 83 copies back first' }));
    await waitFor(() => expect(backend.callsOf('sync/rollback').map(({ body }) => body)).toEqual([{ startedAtMs: 7_000 }]));
    expect(backend.callsOf('sync/disconnect')).toEqual([]);
  });

  it('can be switched on again when the store stopped telling', async () => {
    const { connection } = connected();
    backend.routes.set('POST sync/webhook', { connection });
    show(connected({ connection: { ...connection, webhookStatus: 'off' } }));
    await screen.findByText(/stopped telling us/u);
    press('Switch on again');
    await waitFor(() => expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ type: 'success' })));
  });

  it('lends no hand to the sync while it is paused', async () => {
    show(connected({ connection: { ...connected().connection, paused: true }, run: run() }));
    await screen.findByText(/^Paused\. Changes are remembered/u);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(backend.callsOf('sync/tick')).toEqual([]);
  });
});

describe('the products', () => {
  it('are matched again step by step to the end', async () => {
    backend.routes.set('POST sync/match', (body: unknown) => ({ compared: 100, accepted: 70, suggested: 0, left: 30, next: JSON.stringify(body) === '{}' ? 'c2' : null }));
    show(connected());
    await screen.findByText('140 matched');
    press('Match again');
    await waitFor(() => expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ message: '140 products are matched.' })));
    expect(backend.callsOf('sync/match').map(({ body }) => body)).toEqual([{}, { cursor: 'c2' }]);
  });

  it('leave a doubtful match to a person', async () => {
    const item = { storeProductId: '10', wixProductId: 'w1', storeName: 'Mug', wixName: 'Red mug', reason: 'name', confidence: 0.8, choice: 'suggested' };
    backend.routes.set('GET sync/products', { items: [item], next: null });
    backend.routes.set('POST sync/match', { product: { ...item, choice: 'accepted' } });
    show(connected({ products: { accepted: 140, suggested: 1, left: 9 } }));
    await screen.findByRole('button', { name: 'Accept the match of Mug' });
    press('Accept the match of Mug');
    await waitFor(() => expect(backend.callsOf('sync/match')[0]?.body).toEqual({ storeProductId: '10', wixProductId: 'w1' }));
  });
});

import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { brandId, type StoreReviewId } from '../../../core/ids';
import { connected, Failure, FakeBackend, IDLE_TICK, link } from '../../testing/fake-backend';

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

  it('reads only its beginning again when something happened, however many pages are loaded', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let first = { items: [link('a')], next: 'c2' };
    backend.routes.set('GET sync/links', (_: unknown, url: URL) => (url.searchParams.get('cursor') === 'c2' ? { items: [link('b', { sentence: 'The second page.' }), link('c')], next: null } : first));
    show(connected());
    await screen.findByRole('button', { name: 'Load more' });
    press('Load more');
    await screen.findByText('The second page.');
    const reads = backend.callsOf('sync/links').length;
    first = { items: [link('b', { sentence: 'It came to the top.' }), link('a')], next: 'c2' };
    backend.routes.set('GET sync/status', connected({ version: 'another' }));
    await vi.advanceTimersByTimeAsync(6_000);
    await screen.findByText('It came to the top.');
    expect(backend.callsOf('sync/links').slice(reads).map(({ query }) => query)).toEqual(['']);
    expect(screen.queryByText('The second page.')).toBeNull();
    expect(screen.getAllByRole('row')).toHaveLength(4);
    vi.useRealTimers();
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

describe('the reason of a review', () => {
  it('narrows the query itself, is in the address, and is taken along into the export', async () => {
    show(connected());
    await screen.findByText('The review has no stars.');
    fireEvent.change(screen.getByRole('combobox', { name: 'Reason' }), { target: { value: 'AUTHOR_NO_EMAIL' } });
    await waitFor(() => expect(backend.callsOf('sync/links').at(-1)?.query).toBe('?code=AUTHOR_NO_EMAIL'));
    expect(edge.navigate).toHaveBeenCalledWith(expect.objectContaining({ relativeUrl: '?code=AUTHOR_NO_EMAIL' }), { history: 'replace' });
    press('Export CSV');
    await waitFor(() => expect(backend.callsOf('sync/links').at(-1)?.query).toBe('?code=AUTHOR_NO_EMAIL&per=100'));
  });

  it('that nobody has is said, and left again with one press', async () => {
    backend.routes.set('GET sync/links', (_: unknown, url: URL) => ({ items: url.searchParams.has('code') ? [] : [link('a')], next: null }));
    window.history.replaceState(null, '', '/?code=FIELD_TOO_LONG');
    show(connected());
    await screen.findByText('No reviews with the reason “Too long for the other shop”');
    press('Show all reviews');
    await screen.findByText('The review has no stars.');
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

describe('the products', () => {
  it('are matched again step by step to the end', async () => {
    backend.routes.set('POST sync/match', (body: unknown) => ({ compared: 100, accepted: 70, suggested: 0, left: 30, next: JSON.stringify(body) === '{}' ? 'c2' : null }));
    show(connected());
    await screen.findByText('140 matched');
    press('Match again');
    await waitFor(() => expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ message: '140 products are matched. Your own choices were kept.' })));
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

describe('the one thing to do about a review', () => {
  it('is a button that does it: tries again, leads to the match, opens the review in the store', async () => {
    backend.routes.set('POST sync/retry', { dueAtMs: 1 });
    backend.routes.set('GET sync/links', { items: [
      link('a', { code: 'PICTURE_FAILED', action: 'Try again', actionKind: 'retry' }),
      link('b', { code: 'PRODUCT_UNMATCHED', action: 'Match the product', actionKind: 'match-products' }),
      link('c', { code: 'STORE_REFUSED', action: 'Change the review and save it', actionKind: 'open-review', storeReviewId: brandId<StoreReviewId>('71') }),
    ], next: null });
    show(connected());
    fireEvent.click(await screen.findByRole('button', { name: 'Try again: a review of Red mug' }));
    await waitFor(() => expect(backend.callsOf('sync/retry').map(({ body }) => body)).toEqual([{ id: 'a' }]));
    press('Match the product: a review of Red mug');
    expect(edge.navigate).toHaveBeenLastCalledWith(expect.objectContaining({ relativeUrl: '?step=products' }));
    expect(screen.getByRole('link', { name: 'Change the review and save it: a review of Red mug, in a new tab' }).getAttribute('href')).toBe('https://shop.example/wp-admin/comment.php?action=editcomment&c=71');
  });

  it('is words alone where there is nothing to press', async () => {
    show(connected());
    expect((await screen.findByText('Give it stars in the store.')).closest('button, a')).toBeNull();
  });
});

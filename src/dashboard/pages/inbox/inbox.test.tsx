import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connected, IDLE_TICK, run } from '../../testing/fake-backend';
import { FakeInbox, inboxItem } from '../../testing/fake-inbox';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn(), getPageUrl: vi.fn(() => Promise.resolve('https://manage.example/inbox')), observeState: vi.fn((_tell: (state: unknown) => void) => ({ disconnect: vi.fn() })) }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: edge }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import InboxEntry from './inbox';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.clearAllMocks();
  window.localStorage.clear();
  window.history.replaceState(null, '', '/');
});

function show(inbox: FakeInbox, search = ''): FakeInbox {
  edge.fetch.mockImplementation(inbox.backend.fetch);
  window.history.replaceState(null, '', `/${search}`);
  render(<InboxEntry />);
  return inbox;
}

const ticks = ({ backend }: FakeInbox): number => backend.callsOf('sync/tick').length;
const queries = ({ backend }: FakeInbox): readonly URLSearchParams[] => backend.callsOf('inbox/items').map(({ query }) => new URLSearchParams(query));

describe('work that was left over', () => {
  it('is taken up by the open page, and what comes of it appears without a reload', async () => {
    const inbox = new FakeInbox([inboxItem('a')]);
    inbox.backend.routes.set('POST sync/tick', () => {
      if (ticks(inbox) === 2) inbox.all.set('late', inboxItem('late'));
      return { ...IDLE_TICK, drained: { links: 1, hints: 1, more: ticks(inbox) < 2 } };
    });
    show(inbox);
    await screen.findByText('Robin a');
    await vi.advanceTimersByTimeAsync(8_000);
    await screen.findByText('Robin late');
    expect(ticks(inbox)).toBe(2);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(ticks(inbox)).toBe(3);
  });

  it('of a run that goes on is done at the site’s pace', async () => {
    const inbox = new FakeInbox([inboxItem('a')]);
    inbox.backend.routes.set('GET sync/status', connected({ run: run() }));
    inbox.backend.routes.set('POST sync/tick', () => ({ ...IDLE_TICK, run: run({ updatedAtMs: Date.now() }) }));
    show(inbox);
    await screen.findByText('Robin a');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(ticks(inbox)).toBeGreaterThan(3);
  });

  it.each([
    ['paused', connected({ connection: { ...connected().connection, paused: true } }), 'The sync is paused'],
    ['not connected', { kind: 'disconnected', copied: false }, 'No store is connected'],
  ])('is left alone while the store is %s, and an empty list is not called a success', async (_, status, title) => {
    const inbox = new FakeInbox([]);
    inbox.backend.routes.set('GET sync/status', status);
    show(inbox);
    await screen.findByText(title);
    await screen.findByText('Nothing is waiting');
    expect(screen.queryByText('All caught up')).toBeNull();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(ticks(inbox)).toBe(0);
  });

  it('does not keep an empty list from saying that all is well when everything is watched', async () => {
    show(new FakeInbox([]));
    await screen.findByText('All caught up');
    expect(screen.queryByText('No store is connected')).toBeNull();
  });
});

describe('a search for words', () => {
  const half = (inbox: FakeInbox) => (_: unknown, url: URL): unknown => {
    const { params, version } = { params: url.searchParams, version: url.searchParams.get('version') };
    if (version !== null) return { kind: 'unchanged', version };
    return params.get('cursor') === null
      ? inbox.page([], { next: 'c1', searched: 200, unread: 3 })
      : inbox.page([inboxItem('found')], { searched: 50, unread: 1 });
  };

  it('goes on only when asked to, and says how many were read and how many could not be', async () => {
    const inbox = new FakeInbox([]);
    inbox.backend.routes.set('GET inbox/items', half(inbox));
    show(inbox, '?q=zip');
    await screen.findByText('Nothing found so far');
    await screen.findByText('200 reviews searched, title, words and author; there are more. 3 of them could not be read just now; search again later to include them.');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(queries(inbox).filter((query) => query.get('cursor') !== null)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Search the next ones' }));
    await screen.findByText('Robin found');
    await screen.findByText('250 reviews searched, title, words and author. 4 of them could not be read just now; search again later to include them.');
    expect(screen.queryByRole('button', { name: 'Search the next ones' })).toBeNull();
    expect(queries(inbox).every((query) => query.get('q') === 'zip')).toBe(true);
  });
});

describe('the address', () => {
  it('holds every filter, and every filter reaches the query', async () => {
    const inbox = show(new FakeInbox([inboxItem('a')]), '?view=done&rating=1&side=store&product=p1&older=24&q=zip');
    await screen.findByText('Robin a');
    expect(Object.fromEntries(queries(inbox)[0] ?? [])).toEqual({ view: 'done', rating: '1', side: 'store', product: 'p1', older: '24', q: 'zip' });
  });

  it('follows what is pressed', async () => {
    const inbox = show(new FakeInbox([inboxItem('a')]));
    await screen.findByText('Robin a');
    for (const name of ['1 ★', 'Store']) fireEvent.click(screen.getByRole('button', { name }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Age' }), { target: { value: '24 h' } });
    await waitFor(() => expect(Object.fromEntries(queries(inbox).at(-1) ?? [])).toMatchObject({ view: 'open', rating: '1', side: 'store', older: '24' }));
    expect(edge.navigate).toHaveBeenLastCalledWith(expect.objectContaining({ relativeUrl: '?rating=1&side=store&older=24' }), { history: 'replace' });
  });

  it('opens its item, also one that the list does not show', async () => {
    const inbox = new FakeInbox([inboxItem('a')]);
    inbox.backend.routes.set('GET inbox/items', inbox.page([]));
    show(inbox, '?item=a');
    await within(await screen.findByRole('region', { name: 'The open review' })).findByText('Words of a.');
  });
});

import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { conflict, connected, Failure, FakeBackend, IDLE_TICK, link } from '../../testing/fake-backend';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn(), observeState: vi.fn((_tell: (state: unknown) => void) => ({ disconnect: vi.fn() })) }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: edge }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SyncEntry from './sync';

let backend: FakeBackend;

const HISTORY = {
  item: link('a'),
  moments: [
    { atMs: 1_790_000_000_000, what: 'Written in the store', times: 1, sentence: null },
    { atMs: 1_790_000_100_000, what: 'Could not be carried across', times: 12, sentence: 'The review has no stars.' },
  ],
  conflicts: [conflict('c1', { lost: '<b>old</b>', state: 'kept' })],
};

beforeEach(() => {
  backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('POST sync/tick', IDLE_TICK);
  backend.routes.set('GET sync/status', connected());
  backend.routes.set('GET sync/links', { items: [link('a')], next: null });
  backend.routes.set('GET sync/timeline', HISTORY);
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const placedAt = (search: string): void =>
  void edge.observeState.mockImplementationOnce((tell) => {
    tell({ location: { search } });
    return { disconnect: vi.fn() };
  });

const dialog = async (): Promise<ReturnType<typeof within>> => within(await screen.findByRole('dialog', { name: 'History of a review' }));

describe('the history of a review', () => {
  it('opens from the list, says in order what happened, and is in the address', async () => {
    render(<SyncEntry />);
    fireEvent.click(await screen.findByRole('button', { name: 'History of a review of Red mug' }));
    const history = await dialog();
    const moments = within(await history.findByRole('list', { name: 'What happened' })).getAllByRole('listitem');
    expect(moments.map(({ textContent }) => textContent.split(/[A-Z][a-z]{2} \d/u)[0])).toEqual(['Written in the store', 'Could not be carried across (12 times)The review has no stars.']);
    expect(backend.callsOf('sync/timeline')[0]?.query).toBe('?id=a');
    expect(edge.navigate).toHaveBeenLastCalledWith(expect.objectContaining({ relativeUrl: '?item=a' }), { history: 'replace' });
  });

  it('shows what was replaced as text, with nothing to press', async () => {
    placedAt('?item=a');
    render(<SyncEntry />);
    const history = await dialog();
    await history.findByText('<b>old</b>');
    expect(history.queryByRole('button', { name: /Keep|Bring/u })).toBeNull();
  });

  it('opens from a shared link, and closing it leaves the rest of the address', async () => {
    placedAt('?state=blocked&item=a');
    render(<SyncEntry />);
    const history = await dialog();
    await history.findByRole('list', { name: 'What happened' });
    fireEvent.click(history.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(edge.navigate).toHaveBeenLastCalledWith(expect.objectContaining({ relativeUrl: '?state=blocked' }), { history: 'replace' });
  });

  it('explains a review that is not known, and can be tried again', async () => {
    backend.routes.set('GET sync/timeline', new Failure({ sentence: 'There is no such review.' }));
    placedAt('?item=zzz');
    render(<SyncEntry />);
    const history = await dialog();
    await history.findByText('There is no such review.');
    backend.routes.set('GET sync/timeline', HISTORY);
    fireEvent.click(history.getByRole('button', { name: 'Try again' }));
    await history.findByRole('list', { name: 'What happened' });
  });
});

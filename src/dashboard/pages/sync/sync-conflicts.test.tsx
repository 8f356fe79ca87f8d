import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConflictItem } from '../../../backend/endpoints/api-types';
import { conflict, connected, Failure, FakeBackend, IDLE_TICK, link } from '../../testing/fake-backend';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn(), observeState: vi.fn((_tell: (state: unknown) => void) => ({ disconnect: vi.fn() })) }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: edge }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SyncEntry from './sync';

let backend: FakeBackend;
let open: readonly ConflictItem[];

beforeEach(() => {
  backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('POST sync/tick', IDLE_TICK);
  backend.routes.set('GET sync/links', { items: [link('a')], next: null });
  backend.routes.set('GET sync/status', connected());
  backend.routes.set('GET sync/conflicts', () => ({ items: open, total: open.length, next: null }));
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

/** Decides as the endpoint does; `codes` says which ones it refuses, once. */
function decides(refusals: Readonly<Record<string, string>> = {}): void {
  const codes = new Map(Object.entries(refusals));
  backend.routes.set('POST sync/conflicts', (body: unknown) => {
    const { ids } = body as { ids: readonly string[] };
    const results = ids.map((id) => ({ id, code: codes.get(id) ?? null }));
    for (const id of ids) codes.delete(id);
    open = open.filter(({ id }) => !results.some((result) => result.id === id && result.code === null));
    return { results };
  });
}

async function rows(items: readonly ConflictItem[]): Promise<readonly HTMLElement[]> {
  open = items;
  render(<SyncEntry />);
  return within(await screen.findByRole('list', { name: 'Conflicts' })).getAllByRole('listitem');
}

const asked = (): unknown[] => backend.callsOf('sync/conflicts').flatMap(({ body }) => (body === null ? [] : [body]));
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));

describe('conflicts', () => {
  it('show what stands and what was replaced side by side, as texts', async () => {
    const [row] = await rows([conflict('c1', { lost: '<img src=x onerror=alert(1)>' })]);
    expect(row?.textContent).toContain('Stands in both shops (written on Wix)Said on Wix.');
    expect(row?.textContent).toContain('Replaced (written in the store)<img src=x onerror=alert(1)>');
    expect(document.querySelector('img[src="x"]')).toBeNull();
  });

  it.each([['Keep this text', 'kept'], ['Bring this back: the text that was replaced', 'restored']])('are decided one by one: %s', async (name, pick) => {
    decides();
    await rows([conflict('c1')]);
    press(name);
    await screen.findByText('No conflicts');
    expect(asked()).toEqual([{ ids: ['c1'], pick }]);
  });

  it('are decided together, and what did not fit into one step is asked for again', async () => {
    decides({ c2: 'BUDGET_SPENT' });
    await rows([conflict('c1'), conflict('c2'), conflict('c3', { field: 'rating', lost: '2', stands: '5' })]);
    press('Select all shown');
    expect(screen.getByRole('status', { name: 'Selected conflicts' }).textContent).toBe('3 of 3 conflicts selected');
    press('Bring back what was replaced');
    const dialog = within(await screen.findByRole('dialog', { name: 'Bring back 3 values?' }));
    dialog.getByText(/2 texts and 1 rating are written anew in both shops/u);
    expect(asked()).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Bring back 3 values' }));
    await screen.findByText('No conflicts');
    expect(asked()).toEqual([{ ids: ['c1', 'c2', 'c3'], pick: 'restored' }, { ids: ['c2'], pick: 'restored' }]);
  }, 10_000);

  it('that could not be decided are listed with the reason, and can be tried again', async () => {
    decides({ c1: 'BUSY' });
    const [first] = await rows([conflict('c1'), conflict('c2')]);
    fireEvent.click(within(first as HTMLElement).getByRole('checkbox'));
    press('Keep what stands');
    fireEvent.click(within(await screen.findByRole('dialog', { name: 'Keep 1 value?' })).getByRole('button', { name: 'Keep 1 value' }));
    await screen.findByText('Text, Red mug: This is being worked on right now.');
    press('Try these again');
    await waitFor(() => expect(screen.queryByText(/could not be decided/u)).toBeNull());
    expect(asked()).toEqual([{ ids: ['c1'], pick: 'kept' }, { ids: ['c1'], pick: 'kept' }]);
    expect(screen.getAllByRole('listitem').some(({ textContent }) => textContent.includes('Said on Wix.'))).toBe(true);
  }, 10_000);

  it('stay open when the app cannot be reached, and say so', async () => {
    backend.routes.set('POST sync/conflicts', new Failure({ sentence: 'The store does not answer.' }, 502));
    await rows([conflict('c1')]);
    press('Keep this text');
    await screen.findByText('Text, Red mug: The store does not answer.');
    press('Leave them open');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('that nobody could ever decide are not asked for without end', async () => {
    backend.routes.set('POST sync/conflicts', { results: [{ id: 'c1', code: 'BUDGET_SPENT' }] });
    await rows([conflict('c1')]);
    press('Bring this back: the text that was replaced');
    await screen.findByText(/^Text, Red mug: There was more to do/u);
    expect(asked()).toHaveLength(1);
  });

  it('explain that there are none, and count in the health sentence when there are', async () => {
    open = [];
    render(<SyncEntry />);
    await screen.findByText('No conflicts');
    cleanup();
    await rows([conflict('c1')]);
    await screen.findByText(/13 need you: 12 reviews and 1 conflict\./u);
  });

  it('say which review of which product they are about, and lead to its history', async () => {
    backend.routes.set('GET sync/timeline', { item: link('a'), moments: [], conflicts: [] });
    const [row] = await rows([conflict('c1')]);
    const inRow = within(row as HTMLElement);
    inRow.getByRole('checkbox', { name: 'Text of Ada’s review of Red mug' });
    fireEvent.click(inRow.getByRole('button', { name: 'History of a review of Red mug' }));
    await screen.findByRole('dialog', { name: 'History of a review' });
    expect(backend.callsOf('sync/timeline')[0]?.query).toBe('?id=a');
  });

  it('cannot be decided together while the sync is paused', async () => {
    backend.routes.set('GET sync/status', connected({ connection: { ...connected().connection, paused: true } }));
    await rows([conflict('c1'), conflict('c2')]);
    press('Select all shown');
    for (const name of ['Keep what stands', 'Bring back what was replaced']) expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
  });

  it('count whole in the health sentence, however many are shown', async () => {
    backend.routes.set('GET sync/conflicts', (_: unknown, url: URL) => ({ items: [conflict(url.searchParams.has('cursor') ? 'c2' : 'c1')], total: 40, next: url.searchParams.has('cursor') ? null : 'more' }));
    render(<SyncEntry />);
    await screen.findByText(/52 need you: 12 reviews and 40 conflicts\./u);
    press('Load more conflicts');
    await waitFor(() => expect(within(screen.getByRole('list', { name: 'Conflicts' })).getAllByRole('listitem')).toHaveLength(2));
    screen.getByText(/52 need you: 12 reviews and 40 conflicts\./u);
  });
});

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../testing/fake-backend';
import { FakeInbox, inboxItem } from '../../testing/fake-inbox';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn(), getPageUrl: vi.fn(() => Promise.resolve('https://manage.example/inbox')), observeState: vi.fn((_tell: (state: unknown) => void) => ({ disconnect: vi.fn() })) }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: edge }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import InboxEntry from './inbox';

let inbox: FakeInbox;

beforeEach(() => {
  inbox = new FakeInbox(['a', 'b', 'c'].map((id) => inboxItem(id)));
  inbox.backend.routes.set('GET inbox/items', () => inbox.page(inbox.open(), { next: 'more' }));
  inbox.backend.routes.set('GET inbox/count', { open: 120, snoozed: 0, done: 0 });
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  window.localStorage.clear();
  window.history.replaceState(null, '', '/');
});

async function show(search = ''): Promise<void> {
  edge.fetch.mockImplementation(inbox.backend.fetch);
  window.history.replaceState(null, '', `/${search}`);
  render(<InboxEntry />);
  await screen.findByText('Robin a');
}

const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
const tick = (id: string): void => void fireEvent.click(screen.getByRole('checkbox', { name: `Select the review by Robin ${id}` }));
const filters = (): readonly unknown[] => inbox.backend.callsOf('inbox/bulk').map(({ body }) => (body as { filter: unknown }).filter);

async function askAboutAll(): Promise<void> {
  tick('a');
  press('Select all 3 shown');
  press('Not actionable');
  press('All that match, not only those shown');
  await screen.findByText(/All 120 reviews that match/u);
}

describe('a verdict about all that match', () => {
  it('goes through every step until one finds nothing, and can be taken back as one', async () => {
    const steps = [['a', 'b'], ['c'], []];
    inbox.backend.routes.set('POST inbox/bulk', () => ({ ...inbox.decide({ items: (steps.shift() ?? []).map((id) => ({ id })) }), asOfMs: 5 }));
    await show();
    await askAboutAll();
    press('Do it');
    await screen.findByText('3 reviews marked as not actionable.');
    expect(filters()).toHaveLength(3);
    press('Undo');
    await screen.findByText('3 reviews were taken back.');
  });

  it('that broke off goes on with the reviews it was about, whatever is shown by then', async () => {
    const answers: unknown[] = [{ done: ['a'], failed: [], asOfMs: 5 }, new Failure({}), { done: [], failed: [], asOfMs: 5 }];
    inbox.backend.routes.set('POST inbox/bulk', () => answers.shift());
    await show('?rating=1');
    await askAboutAll();
    press('Do it');
    await screen.findByText(/the rest were not/u);
    press('1 ★');
    press('Go on with the rest');
    await waitFor(() => expect(filters()).toHaveLength(3));
    expect(filters()).toEqual(Array.from({ length: 3 }, () => ({ view: 'open', rating: '1' })));
  });

  it('says how many it is about as counted then, and not as the tab counted earlier', async () => {
    let open = 7;
    inbox.backend.routes.set('GET inbox/count', () => ({ open, snoozed: 0, done: 0 }));
    await show('?rating=2');
    await screen.findByRole('button', { name: 'Open 7' });
    open = 120;
    tick('a');
    press('Select all 3 shown');
    press('Not actionable');
    press('All that match, not only those shown');
    expect(screen.queryByText(/All 7 reviews/u)).toBeNull();
    await screen.findByText(/All 120 reviews that match/u);
  });

  it('that broke off can be left as it is', async () => {
    inbox.backend.routes.set('POST inbox/bulk', new Failure({}));
    await show();
    await askAboutAll();
    press('Do it');
    await screen.findByText(/the rest were not/u);
    press('Stop here');
    expect(screen.queryByText(/the rest were not/u)).toBeNull();
  });

  it('is asked anew once other reviews are selected or shown', async () => {
    await show();
    await askAboutAll();
    press('1 ★');
    await screen.findByText('Robin b');
    tick('b');
    await screen.findByText('1 review selected');
    expect(screen.queryByRole('button', { name: 'Do it' })).toBeNull();
    expect(filters()).toEqual([]);
  });
});

import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../testing/fake-backend';
import { answered, FakeInbox, inboxItem } from '../../testing/fake-inbox';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn(), getPageUrl: vi.fn(() => Promise.resolve('https://manage.example/inbox')), observeState: vi.fn((_tell: (state: unknown) => void) => ({ disconnect: vi.fn() })) }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: edge }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import InboxEntry from './inbox';

let inbox: FakeInbox;

beforeEach(() => {
  inbox = new FakeInbox(['a', 'b', 'c'].map((id) => inboxItem(id)));
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  window.localStorage.clear();
  window.history.replaceState(null, '', '/');
});

async function show(first = 'Robin a'): Promise<void> {
  edge.fetch.mockImplementation(inbox.backend.fetch);
  render(<InboxEntry />);
  await screen.findByText(first);
}

const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
const key = (name: string, change: object = {}, on: Element = document.body): boolean => fireEvent.keyDown(on, { key: name, ...change });
const row = (author: string): HTMLElement => screen.getByText(author).closest('button') ?? expect.fail('Expected a row');
const bodies = (path: string): readonly unknown[] => inbox.backend.callsOf(path).map(({ body }) => body);
const replyBox = async (): Promise<HTMLTextAreaElement> => {
  const box = await within(await screen.findByRole('region', { name: 'The open review' })).findByRole('textbox');
  return box instanceof HTMLTextAreaElement ? box : expect.fail('Expected a box to write in');
};
const write = (box: Element, value: string): void => void fireEvent.change(box, { target: { value } });

describe('several reviews at once', () => {
  async function resolveAll(): Promise<void> {
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select the review by Robin a' }));
    press('Select all 3 shown');
    press('Resolve');
    await screen.findByText('3 reviews will be resolved without a reply. Customers see nothing of it, and it can be undone.');
    press('Do it');
  }

  it('say which of them failed and why, and only those are tried again', async () => {
    await show();
    const error = { code: 'WIX_BUSY', sentence: 'Wix is busy.', action: 'Wait.' };
    inbox.backend.routes.set('POST inbox/verdict', () => ({ ...inbox.decide({ items: [{ id: 'a' }, { id: 'c' }] }), failed: [{ id: 'b', error }] }));
    await resolveAll();
    const notice = within(await screen.findByRole('alert'));
    expect(notice.getByText(/Wix is busy\./u)).toBeTruthy();
    expect(notice.getByText('Robin b')).toBeTruthy();
    inbox.backend.routes.set('POST inbox/verdict', (body: Readonly<Record<string, unknown>>) => inbox.decide(body));
    fireEvent.click(notice.getByRole('button', { name: 'Try again' }));
    await screen.findByText('All caught up');
    expect(bodies('inbox/verdict').map((body) => (body as { items: { id: string }[] }).items.map(({ id }) => id))).toEqual([['a', 'b', 'c'], ['b']]);
  });

  it('come back together, and a live region says what was done and undone', async () => {
    await show();
    const said = screen.getByRole('status', { name: 'What was done last' });
    await resolveAll();
    await within(said).findByText('3 reviews resolved.');
    fireEvent.click(within(said).getByRole('button', { name: 'Undo' }));
    await within(said).findByText('3 reviews were taken back.');
    await screen.findByText('Robin b');
  });
});

describe('a reply', () => {
  it('that is not sent stays each review’s own draft', async () => {
    await show();
    fireEvent.click(row('Robin a'));
    write(await replyBox(), 'For a.');
    fireEvent.click(row('Robin b'));
    await screen.findAllByText('Words of b.');
    await waitFor(async () => expect((await replyBox()).value).toBe(''));
    cleanup();
    await show();
    fireEvent.click(row('Robin a'));
    await waitFor(async () => expect((await replyBox()).value).toBe('For a.'));
  });

  it('counts a thousand characters down, warns of private data, and never sets itself over somebody else’s unasked', async () => {
    await show();
    fireEvent.click(row('Robin a'));
    write(await replyBox(), 'Call +49 170 1234567 or my lawyer.');
    expect(screen.getByText('966 characters left')).toBeTruthy();
    expect(screen.getByText('A phone number would be in public.')).toBeTruthy();
    expect(screen.getByText('Words of a legal dispute in a public reply may be used later.')).toBeTruthy();
    inbox.backend.routes.set('POST inbox/reply', () => {
      inbox.all.set('a', answered(inboxItem('a'), 'A colleague was faster.'));
      return new Failure({ code: 'REPLY_CHANGED', sentence: 'Somebody else has answered.' }, 409);
    });
    press('Send reply');
    const panel = within(await screen.findByRole('region', { name: 'The open review' }));
    await panel.findByText('Somebody else has answered.');
    await panel.findByText('A colleague was faster.');
    expect((await replyBox()).value).toBe('Call +49 170 1234567 or my lawyer.');
    press('Replace the reply');
    await waitFor(() => expect(bodies('inbox/reply').at(-1)).toMatchObject({ id: 'a', seen: 'A colleague was faster.', overwrite: false }));
  });
});

describe('the keys', () => {
  it('never take a letter from somebody who types, nor a shortcut from the browser', async () => {
    await show();
    key('j');
    const box = await replyBox();
    for (const letter of ['j', 'k', 'e', 'h', 'x', 'u', '/', '?', 'r']) expect(key(letter, {}, box)).toBe(true);
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) expect(key('e', { [modifier]: true })).toBe(true);
    expect(bodies('inbox/verdict')).toEqual([]);
    expect(screen.queryByText('resolve without reply')).toBeNull();
  });

  it('move the one row that Tab leads to', async () => {
    await show();
    const reachable = (): readonly (string | null)[] => [...document.querySelectorAll('[data-open-item][tabindex="0"]')].map((element) => element.getAttribute('data-open-item'));
    expect(reachable()).toEqual(['a']);
    key('j');
    key('j');
    await waitFor(() => expect(reachable()).toEqual(['b']));
    key('k');
    await waitFor(() => expect(reachable()).toEqual(['a']));
  });

  it('decide, go on to the next review, and take it back', async () => {
    await show();
    key('j');
    await screen.findByRole('region', { name: 'The open review' });
    key('e');
    await waitFor(() => expect(bodies('inbox/verdict')).toEqual([{ items: [{ id: 'a', revision: 'open.a' }], verdict: { kind: 'resolve', reason: 'No reply needed' } }]));
    await within(screen.getByRole('region', { name: 'The open review' })).findByText('Words of b.');
    await screen.findByText('1 review resolved.');
    key('u');
    await screen.findByText('1 review was taken back.');
    await screen.findByText('Robin a');
  });
});

describe('a template', () => {
  it('goes below what was typed, and never over it', async () => {
    await show();
    fireEvent.click(row('Robin a'));
    const box = await replyBox();
    write(box, 'Dear Robin, I looked into it myself.');
    press('Apologise and ask');
    await waitFor(() => expect(box.value.length).toBeGreaterThan(60));
    expect(box.value.startsWith('Dear Robin, I looked into it myself.\n\n')).toBe(true);
  });
});

describe('the single keys', () => {
  it('leave an item alone that an alert led to and that is done with', async () => {
    inbox.all.set('d', inboxItem('d', { state: 'answered' }));
    inbox.backend.routes.set('GET inbox/items', () => inbox.page(inbox.open().filter(({ id }) => id !== 'd')));
    window.history.replaceState(null, '', '/?item=d');
    await show();
    await screen.findByRole('region', { name: 'The open review' });
    key('e');
    key('h');
    key('j');
    await waitFor(() => expect(window.location.search).toContain('item='));
    expect(bodies('inbox/verdict')).toEqual([]);
  });

  it('ask about several selected reviews as the buttons do, and Esc takes the question back', async () => {
    await show();
    for (const id of ['a', 'b']) fireEvent.click(screen.getByRole('checkbox', { name: `Select the review by Robin ${id}` }));
    key('e');
    await screen.findByText(/^2 reviews will be resolved without a reply/u);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Do it'));
    key('Escape');
    await waitFor(() => expect(screen.queryByText(/^2 reviews will be resolved/u)).toBeNull());
    expect(bodies('inbox/verdict')).toEqual([]);
    key('h');
    await screen.findByText(/^2 reviews will come back tomorrow/u);
    press('Do it');
    await waitFor(() => expect(bodies('inbox/verdict')).toMatchObject([{ verdict: { kind: 'snooze', until: 'tomorrow' } }]));
  });

  it('are listed at a press of a button that everybody sees', async () => {
    await show();
    press('Keyboard');
    await screen.findByText('resolve without reply');
    press('Keyboard');
    await waitFor(() => expect(screen.queryByText('resolve without reply')).toBeNull());
  });

  it('go on from the next row once an item is dealt with', async () => {
    await show();
    fireEvent.click(row('Robin a'));
    await replyBox();
    key('e');
    await waitFor(() => expect(bodies('inbox/verdict')).toHaveLength(1));
    await waitFor(() => expect(document.activeElement?.getAttribute('data-open-item')).toBe('b'));
  });
});

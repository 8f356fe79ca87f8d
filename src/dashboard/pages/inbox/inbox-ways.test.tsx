import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { brandId, type WixProductId } from '../../../core/ids';
import { SHORTCUTS } from '../../format/inbox/shortcut-words';
import { FakeInbox, inboxDetail, inboxItem } from '../../testing/fake-inbox';

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

async function show(search = ''): Promise<void> {
  edge.fetch.mockImplementation(inbox.backend.fetch);
  window.history.replaceState(null, '', `/${search}`);
  render(<InboxEntry />);
  await screen.findByText('Robin a');
}

const button = (name: string | RegExp): HTMLButtonElement => screen.getByRole('button', { name });
const cannot = (name: string): boolean => button(name).getAttribute('aria-disabled') === 'true';
const press = (name: string | RegExp): void => void fireEvent.click(button(name));
const panel = async (id: string): Promise<void> => {
  await within(screen.getByRole('region', { name: 'The open review' })).findByText(`Words of ${id}.`);
};
const lastProduct = (): string | null => new URLSearchParams(inbox.backend.callsOf('inbox/items').at(-1)?.query ?? '').get('product');
const chosenProduct = (): string | undefined => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Product' }).selectedOptions[0]?.text;

describe('the ways from one review to the next', () => {
  it('are buttons as well as keys, and end where the list ends', async () => {
    await show();
    press(/Words of a\./u);
    await panel('a');
    expect([cannot('Previous'), cannot('Next')]).toEqual([true, false]);
    press('Next');
    await panel('b');
    press('Next');
    await panel('c');
    expect([cannot('Previous'), cannot('Next')]).toEqual([false, true]);
    press('Previous');
    await panel('b');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-open-item')).toBe('b'));
  });
});

describe('every key of the help', () => {
  /** What is told by a control that is on the page now. */
  async function hint(control: Element, key: string): Promise<void> {
    fireEvent.mouseEnter(control);
    const titled = control.closest('[title]')?.getAttribute('title');
    if (titled === undefined || titled === null) await screen.findByText((text) => text.endsWith(`(${key})`));
    else expect(titled).toMatch(new RegExp(`\\(${key.replace('?', '\\?')}\\)$`, 'u'));
    fireEvent.mouseLeave(control);
  }

  it('is told by the control that does the same', async () => {
    await show();
    press(/Words of b\./u);
    await panel('b');
    const told: Readonly<Record<string, Element>> = {
      j: button('Next'), k: button('Previous'), Enter: button(/Words of a\./u), r: screen.getByRole('textbox', { name: 'Reply in public' }), e: button('Resolve'), h: button('Snooze'),
      x: screen.getByRole('checkbox', { name: 'Select the review by Robin a' }), '/': screen.getByRole('textbox', { name: 'Search words in these reviews' }), '?': button('Keyboard'), Esc: button('Close'),
    };
    for (const [key, control] of Object.entries(told)) await hint(control, key);
    press('Not actionable');
    await hint(await screen.findByRole('button', { name: 'Undo' }), 'u');
    expect([...Object.keys(told), 'u'].toSorted()).toEqual(SHORTCUTS.map(({ key }) => key).toSorted());
  });

  it('is told by the buttons about several reviews too', async () => {
    await show();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select the review by Robin a' }));
    for (const [name, key] of [['Resolve', 'e'], ['Snooze until tomorrow', 'h'], ['Clear', 'Esc']] as const) await hint(button(name), key);
  });
});

describe('the product that the list is narrowed to', () => {
  beforeEach(() => {
    inbox.backend.routes.set('GET inbox/products', (_: unknown, url: URL) => (url.searchParams.get('cursor') === null
      ? { items: [{ product: 'store:2', name: 'Store mug', isOnWix: false }], next: 'wix:' }
      : { items: [{ product: 'w7', name: 'Blue mug', isOnWix: true }], next: null }));
  });

  it('is found by its name when no review of it is near at hand, step by step, and keeps that name', async () => {
    await show();
    press('Find a product');
    fireEvent.change(screen.getByRole('searchbox', { name: 'Find a product' }), { target: { value: 'mug' } });
    await waitFor(() => expect(inbox.backend.callsOf('inbox/products').at(-1)?.query).toBe('?q=mug'));
    await screen.findByRole('button', { name: 'Store mug · not matched with a Wix product' });
    press('Search further');
    fireEvent.click(await screen.findByRole('button', { name: 'Blue mug' }));
    await waitFor(() => expect(lastProduct()).toBe('w7'));
    expect(chosenProduct()).toBe('Blue mug');
    expect(document.activeElement).toBe(button('Find a product'));
    fireEvent.change(screen.getByRole('combobox', { name: 'Product' }), { target: { value: 'any' } });
    await waitFor(() => expect(lastProduct()).toBeNull());
  });

  it('has its name when a link led to it and no review of it is shown', async () => {
    inbox.backend.routes.set('GET inbox/names', { names: { w9: 'Green mug' } });
    await show('?product=w9');
    await waitFor(() => expect(chosenProduct()).toBe('Green mug'));
    expect(inbox.backend.callsOf('inbox/names')[0]?.query).toBe('?products=w9');
  });

  it('is told truly when Wix’s catalog no longer shows it, in the filter and in the open review', async () => {
    inbox.backend.routes.set('GET inbox/names', { names: { w9: null } });
    inbox.backend.routes.set('GET inbox/item', inboxDetail(inboxItem('a', { wixProductId: brandId<WixProductId>('w9') }), { productName: null }));
    await show('?product=w9&item=a');
    await waitFor(() => expect(chosenProduct()).toBe('A product your Wix catalog does not show'));
    expect(button('A product your Wix catalog does not show')).toBeTruthy();
    expect(inbox.backend.callsOf('inbox/names')).toHaveLength(1);
  });

  it('stays as it was when the search is left with Escape, which the page does not take for its own', async () => {
    await show('?item=a');
    await panel('a');
    press('Find a product');
    fireEvent.keyDown(screen.getByRole('searchbox', { name: 'Find a product' }), { key: 'Escape' });
    expect(screen.queryByRole('searchbox', { name: 'Find a product' })).toBeNull();
    expect(document.activeElement).toBe(button('Find a product'));
    await panel('a');
  });
});

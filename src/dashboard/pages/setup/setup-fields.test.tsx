import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Failure, FakeBackend } from '../../testing/fake-backend';
import { fieldsAnswer, setup } from '../../testing/fake-setup';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn(), observe: vi.fn(), guard: vi.fn(), unguard: vi.fn() }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({
  dashboard: { showToast: edge.showToast, navigate: edge.navigate, observeState: (told: unknown) => { edge.observe(told); return { disconnect: () => undefined }; }, onBeforeUnload: (callback: unknown) => { edge.guard(callback); return { remove: edge.unguard }; } },
}));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SetupEntry from './setup';

let backend: FakeBackend;

beforeEach(async () => {
  backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('GET setup/status', setup());
  backend.routes.set('GET setup/fields', fieldsAnswer());
  backend.routes.set('POST setup/fields', (policy: unknown) => ({ policy }));
  backend.routes.set('GET setup/products', { items: [], next: null });
  window.history.replaceState(null, '', '/?step=fields');
  render(<SetupEntry />);
  await screen.findByText('What crosses, field by field');
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  window.history.replaceState(null, '', '/');
});

const choose = (label: string, value: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value } });
const example = (): HTMLElement => screen.getByRole('region', { name: 'Example' });

it('says of each part that cannot cross why, where its choice would be', () => {
  const row = (name: string): string => screen.getByRole('row', { name: new RegExp(`^${name}`, 'u') }).textContent;
  expect(row('Title')).toContain('WooCommerce reviews have no title');
  expect(row('Your reply')).toContain('neither read nor write');
  expect(row('Photos and videos')).toContain('Photos from the store are shown with the review on Wix, without the place where they were taken');
  expect(screen.queryByLabelText('Title: crosses')).toBeNull();
});

it('shows a review of the merchant in both shapes, and what each choice makes of it at once', () => {
  fireEvent.click(within(example()).getByRole('button', { name: 'Example written on Wix' }));
  expect(within(example()).getAllByText('Lovely')).toHaveLength(1);
  expect(within(example()).getAllByText('Warm, soft and true to size.')).toHaveLength(2);
  choose('Text: crosses', 'to-wix');
  expect(within(example()).getByText(/No copy\./u)).toBeTruthy();
  screen.getByText(/no Wix review is copied to the store/u);
});

it('offers whose word counts only where both can speak', () => {
  screen.getByLabelText('Stars: if both shops changed it, keep');
  choose('Stars: crosses', 'off');
  expect(screen.queryByLabelText('Stars: if both shops changed it, keep')).toBeNull();
  screen.getByText('Each shop keeps its own');
});

it('saves with the way on, all fields at once', async () => {
  choose('Text: if both shops changed it, keep', 'store');
  fireEvent.click(screen.getByRole('button', { name: 'Save and go on' }));
  await waitFor(() => expect(edge.navigate).toHaveBeenCalledWith(expect.objectContaining({ relativeUrl: '?step=preview' }), { history: 'push' }));
  expect(backend.callsOf('setup/fields').at(-1)?.body).toMatchObject({ truth: { body: 'store', rating: 'birth' }, direction: { body: 'both' }, onDelete: 'delete' });
});

it('keeps what was chosen when saving fails, and says why', async () => {
  backend.routes.set('POST setup/fields', new Failure({ sentence: 'Storage is not ready.' }, 503));
  choose('When a review is deleted', 'keep');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Storage is not ready.');
  expect(screen.getByLabelText<HTMLSelectElement>('When a review is deleted').value).toBe('keep');
});

it('asks before leaving with something unsaved, in the page and in the dashboard', async () => {
  const toProducts = (): void => void fireEvent.click(within(screen.getByRole('navigation', { name: 'Setup steps' })).getByRole('button', { name: /Match products/u }));
  choose('Visibility: crosses', 'off');
  await waitFor(() => expect(edge.guard).toHaveBeenCalledTimes(1));
  toProducts();
  const prompt = screen.getByRole('alertdialog', { name: 'Unsaved choices' });
  expect(document.activeElement?.textContent).toBe('Stay here');
  fireEvent.click(within(prompt).getByRole('button', { name: 'Stay here' }));
  expect(screen.queryByRole('alertdialog')).toBeNull();
  toProducts();
  fireEvent.click(screen.getByRole('button', { name: 'Leave without saving' }));
  await screen.findByLabelText('Find a store product');
  expect(backend.callsOf('setup/fields').every(({ body }) => body === null)).toBe(true);
  expect(edge.unguard).toHaveBeenCalled();
});

it('asks before Back takes the choices away, and puts the address right until that is answered', async () => {
  const told: unknown = edge.observe.mock.calls.at(-1)?.[0];
  const back = (): void => act(() => { if (typeof told === 'function') Reflect.apply(told, null, [{ location: { search: '?step=products' } }]); });
  choose('Visibility: crosses', 'off');
  back();
  const prompt = within(screen.getByRole('alertdialog', { name: 'Unsaved choices' }));
  expect(screen.getByLabelText<HTMLSelectElement>('Visibility: crosses').value).toBe('off');
  expect(edge.navigate).toHaveBeenLastCalledWith(expect.objectContaining({ relativeUrl: '?step=fields' }), { history: 'push' });
  fireEvent.click(prompt.getByRole('button', { name: 'Stay here' }));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Match fields');
  back();
  fireEvent.click(screen.getByRole('button', { name: 'Leave without saving' }));
  await screen.findByLabelText('Find a store product');
});

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Failure, FakeBackend, IDLE_TICK, link, run, connected } from '../../testing/fake-backend';
import { FORETOLD_AT_MS, preview, previewAnswer, setup } from '../../testing/fake-setup';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), navigate: vi.fn() }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: { showToast: vi.fn(), navigate: edge.navigate, observeState: () => ({ disconnect: () => undefined }) } }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SetupEntry from './setup';

let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('GET setup/status', setup());
  backend.routes.set('GET setup/preview-age', { outdated: [], changed: 0 });
  window.history.replaceState(null, '', '/?step=preview');
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  window.history.replaceState(null, '', '/');
});

function show(answer: unknown, search = '?step=preview'): void {
  window.history.replaceState(null, '', `/${search}`);
  backend.routes.set('GET setup/preview', answer);
  render(<SetupEntry />);
}

const press = (name: RegExp | string): void => void fireEvent.click(screen.getByRole('button', { name }));
const startButton = (): HTMLElement => screen.getByRole('button', { name: 'Start' });

it('cannot be started before it was seen what would happen', async () => {
  show({ preview: null, groups: null });
  await screen.findByRole('button', { name: 'Make the preview' });
  expect(startButton().getAttribute('aria-disabled')).toBe('true');
});

it('is made step by step while the page is open, and writes nothing but its own', async () => {
  show({ preview: null, groups: null });
  let ticks = 0;
  backend.routes.set('POST setup/preview', () => {
    backend.routes.set('GET setup/preview', { preview: preview({ state: 'running', done: 0 }), groups: null });
    return { preview: preview({ state: 'running', done: 0 }), groups: null };
  });
  backend.routes.set('POST setup/preview-tick', () => {
    ticks += 1;
    if (ticks === 3) backend.routes.set('GET setup/preview', previewAnswer());
    return { preview: preview({ state: ticks < 3 ? 'running' : 'done', done: ticks * 600, updatedAtMs: FORETOLD_AT_MS + 2 + ticks }), calls: 4 };
  });
  await screen.findByRole('button', { name: 'Make the preview' });
  press('Make the preview');
  await screen.findByRole('progressbar', { name: 'Preview' });
  await screen.findByText(/612 reviews would be copied: 402 to Wix, 210 to the store/u, {}, { timeout: 5_000 });
  expect(ticks).toBe(3);
  expect(backend.calls.filter(({ path }) => path.startsWith('sync/'))).toEqual([]);
}, 10_000);

it('says what it costs, and opens the reviews behind a number, which stay open in the address', async () => {
  backend.routes.set('GET setup/preview-rows', { items: [link('a', { sentence: null })], next: null });
  show(previewAnswer());
  await screen.findByText(/about 240 requests and 3 min, and makes 3 new contacts/u);
  press(/12.*of products without a match/u);
  await waitFor(() => expect(edge.navigate).toHaveBeenCalledWith(expect.objectContaining({ relativeUrl: '?step=preview&view=PRODUCT_UNMATCHED' }), { history: 'replace' }));
  await screen.findByText('Mug');
  expect(backend.callsOf('setup/preview-rows')[0]?.query).toBe('?group=PRODUCT_UNMATCHED');
});

it('shows no reason that nobody has, and says that there is no conflict', async () => {
  show(previewAnswer({ conflict: 0 }));
  await screen.findByText('in conflict');
  expect(screen.queryByText('without stars')).toBeNull();
  expect(screen.getByRole('button', { name: /in conflict/u }).getAttribute('aria-disabled')).toBe('true');
});

it('starts the run and goes to it', async () => {
  backend.routes.set('POST sync/backfill', { run: run() });
  backend.routes.set('GET sync/status', connected({ run: run() }));
  backend.routes.set('POST sync/tick', IDLE_TICK);
  show(previewAnswer());
  await screen.findByText(/612 reviews would be copied/u);
  fireEvent.click(startButton());
  await screen.findByRole('progressbar', { name: 'Reviews compared' });
  expect(backend.callsOf('sync/backfill').map(({ body }) => body)).toEqual([{ action: 'start' }]);
});

it('is a thing of the past once a run has been made, and cannot be started twice', async () => {
  backend.routes.set('GET setup/status', setup({ run: run({ state: 'done', startedAtMs: FORETOLD_AT_MS + 50 }) }));
  show(previewAnswer());
  await screen.findByText(/Before the last run or connection: 612 reviews/u);
  expect(startButton().getAttribute('aria-disabled')).toBe('true');
  screen.getByRole('button', { name: 'Make it again' });
});

it('can be given up', async () => {
  backend.routes.set('POST setup/preview-tick', { preview: preview({ state: 'running' }), calls: 4 });
  backend.routes.set('POST setup/preview', () => {
    backend.routes.set('GET setup/preview', { preview: preview({ state: 'cancelled' }), groups: null });
    return { preview: preview({ state: 'cancelled' }), groups: null };
  });
  show({ preview: preview({ state: 'running' }), groups: null });
  await screen.findByRole('button', { name: 'Cancel' });
  press('Cancel');
  await screen.findByRole('button', { name: 'Make the preview' });
  expect(backend.callsOf('setup/preview').at(-1)).toBeDefined();
});

it('says what keeps it from going on, and shows how far it came', async () => {
  backend.routes.set('POST setup/preview-tick', new Failure({ sentence: 'Your store took too long to answer.' }, 504));
  show({ preview: preview({ state: 'running', done: 700 }), groups: null });
  await screen.findByText('Your store took too long to answer.');
  screen.getByText(/700 of about 2,000 compared/u);
});

it('that is out of date says by what, and cannot be started', async () => {
  backend.routes.set('GET setup/preview-age', { outdated: ['products', 'fields'], changed: 0 });
  show(previewAnswer());
  await screen.findByText('Since this preview was made, products were matched differently and the fields were chosen differently. Its numbers are no longer what would happen.');
  expect(startButton().getAttribute('aria-disabled')).toBe('true');
  screen.getByRole('button', { name: 'Make it again' });
});

it('looks once more before it starts: what another tab chose meanwhile is said, and nothing begins', async () => {
  show(previewAnswer());
  await screen.findByText(/612 reviews would be copied/u);
  await waitFor(() => expect(backend.callsOf('setup/preview-age')).toHaveLength(1));
  backend.routes.set('GET setup/preview-age', { outdated: ['fields'], changed: 0 });
  fireEvent.click(startButton());
  await screen.findByText(/the fields were chosen differently/u);
  expect(backend.callsOf('sync/backfill')).toEqual([]);
});

it('says that the shops have changed since, and can be started all the same', async () => {
  backend.routes.set('GET setup/preview-age', { outdated: [], changed: 4 });
  show(previewAnswer());
  await screen.findByText('At least 4 reviews were written, changed or deleted in your shops since this preview was made.');
  expect(startButton().getAttribute('aria-disabled')).not.toBe('true');
});

it('is marked in the list of steps when it is out of date', async () => {
  backend.routes.set('GET setup/status', setup({ preview: { state: 'done', outdated: ['products'] } }));
  show(previewAnswer());
  await screen.findByText('Out of date');
});

it('does not start when it cannot look, and says why', async () => {
  show(previewAnswer());
  await screen.findByText(/612 reviews would be copied/u);
  backend.routes.set('GET setup/preview-age', new Failure({ sentence: 'Your store took too long to answer.' }, 504));
  fireEvent.click(startButton());
  await screen.findByText('Your store took too long to answer.', {}, { timeout: 5_000 });
  expect(backend.callsOf('sync/backfill')).toEqual([]);
});

import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure, FakeBackend } from '../../testing/fake-backend';
import { ALL_GRANTED, fieldsAnswer, setup } from '../../testing/fake-setup';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn() }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: { showToast: edge.showToast, navigate: edge.navigate, observeState: () => ({ disconnect: () => undefined }) } }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import SetupEntry from './setup';

let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  edge.fetch.mockImplementation(backend.fetch);
  backend.routes.set('POST setup/test', ALL_GRANTED);
  backend.routes.set('GET setup/status', setup());
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  window.history.replaceState(null, '', '/');
});

function show(replies: unknown): void {
  window.history.replaceState(null, '', '/?step=connect');
  backend.routes.set('GET setup/replies', replies);
  render(<SetupEntry />);
}

async function give(password: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText(/WordPress user name/u), { target: { value: 'owner' } });
  fireEvent.change(screen.getByLabelText(/Application password/u, { selector: 'input' }), { target: { value: password } });
  fireEvent.click(screen.getByRole('button', { name: 'Carry replies' }));
}

describe('carrying replies', () => {
  it('is optional, says what is true without it and where the password is made', async () => {
    show({ on: false, problem: null });
    await screen.findByText(/Replies stay in the shop they were written in/u);
    screen.getByRole('list', { name: 'Where the application password is' });
  });

  it('is on once a password works, and forgets what was typed', async () => {
    show({ on: false, problem: null });
    backend.routes.set('POST setup/replies', { on: true, problem: null });
    await give('abcd efgh');
    await screen.findByText('On. A reply you write in one shop is carried to the other.');
    expect(backend.callsOf('setup/replies').at(-1)?.body).toEqual({ action: 'add', user: 'owner', password: 'abcd efgh' });
    expect(screen.queryByLabelText(/WordPress user name/u)).toBeNull();
  });

  it('says plainly what is wrong with a password, and keeps the form', async () => {
    show({ on: false, problem: null });
    backend.routes.set('POST setup/replies', new Failure({ code: 'REPLIES_FORBIDDEN', sentence: 'This user may not moderate comments.', action: 'Use another user' }));
    await give('abcd');
    await screen.findByText('This user may not moderate comments.');
    expect(screen.getByLabelText(/WordPress user name/u)).toHaveProperty('value', 'owner');
  });

  it('asks for a new one when the store no longer takes it', async () => {
    show({ on: true, problem: { code: 'REPLIES_PASSWORD', sentence: 'Not known any more.', action: 'Give a new one' } });
    await screen.findByText('Not known any more.');
    screen.getByRole('form', { name: 'Carry your replies too' });
  });

  it('can be taken away again', async () => {
    show({ on: true, problem: null });
    backend.routes.set('POST setup/replies', { on: false, problem: null });
    fireEvent.click(await screen.findByRole('button', { name: 'Stop carrying replies' }));
    await screen.findByRole('form', { name: 'Carry your replies too' });
    await waitFor(() => expect(edge.showToast).toHaveBeenCalledWith(expect.objectContaining({ type: 'success' })));
  });

  it('is known to the next step at once', async () => {
    const toStep = async (name: RegExp): Promise<void> => void fireEvent.click(within(await screen.findByRole('navigation', { name: 'Setup steps' })).getByRole('button', { name }));
    const { capabilities, ...rest } = fieldsAnswer();
    backend.routes.set('GET setup/fields', { ...rest, capabilities });
    show({ on: false, problem: null });
    await toStep(/Match fields/u);
    await screen.findByText(/neither read nor write/u);
    await toStep(/^Connect/u);
    backend.routes.set('POST setup/replies', { on: true, problem: null });
    backend.routes.set('GET setup/fields', { ...rest, capabilities: { ...capabilities, holds: [...capabilities.holds, 'reply'], edits: [...capabilities.edits, 'reply'] } });
    await give('abcd efgh');
    await screen.findByRole('button', { name: 'Stop carrying replies' });
    await toStep(/Match fields/u);
    await screen.findByLabelText('Your reply: crosses');
  });

  it('is not read out with each letter that is typed', async () => {
    show({ on: false, problem: null });
    expect((await screen.findByLabelText(/WordPress user name/u)).closest('[aria-live], [role="status"]')).toBeNull();
  });
});

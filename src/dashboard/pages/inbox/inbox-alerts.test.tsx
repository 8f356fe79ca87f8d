import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AlertSettingsView } from '../../../backend/endpoints/inbox/inbox-types';
import { FakeInbox, inboxItem } from '../../testing/fake-inbox';

const edge = vi.hoisted(() => ({ fetch: vi.fn(), showToast: vi.fn(), navigate: vi.fn(), getPageUrl: vi.fn(() => Promise.resolve('https://manage.example/inbox')), observeState: vi.fn((_tell: (state: unknown) => void) => ({ disconnect: vi.fn() })) }));
vi.mock('@wix/essentials', () => ({ httpClient: { fetchWithAuth: edge.fetch } }));
vi.mock('@wix/dashboard', () => ({ dashboard: edge }));
vi.mock('@wix/design-system/styles.global.css', () => ({}));

import InboxEntry from './inbox';

const CHOSEN: AlertSettingsView = { below: 3, notification: true, automation: true, webhookHost: null, quiet: { from: 22, to: 7, timeZone: 'Europe/Berlin' }, overdueHours: 24, troubles: [] };

let inbox: FakeInbox;
let chosen: AlertSettingsView;

beforeEach(() => {
  chosen = CHOSEN;
  inbox = new FakeInbox([inboxItem('a'), inboxItem('b')]);
  inbox.backend.routes.set('GET inbox/settings', () => ({ settings: chosen, webhookSecret: null }));
  inbox.backend.routes.set('POST inbox/settings', ({ webhookUrl, ...change }: Partial<AlertSettingsView> & { webhookUrl?: string }) => {
    chosen = { ...chosen, ...change, ...(webhookUrl === undefined ? {} : { webhookHost: 'hooks.example.com' }) };
    return { settings: chosen, webhookSecret: webhookUrl === undefined ? null : 'whsec_once' };
  });
  edge.fetch.mockImplementation(inbox.backend.fetch);
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  window.localStorage.clear();
  window.history.replaceState(null, '', '/');
});

async function openAlerts(): Promise<ReturnType<typeof within>> {
  render(<InboxEntry />);
  await screen.findByText('Robin a');
  fireEvent.click(screen.getByRole('button', { name: 'Alerts' }));
  return within(await screen.findByRole('region', { name: 'Alerts' }));
}

const saved = (): readonly unknown[] => inbox.backend.callsOf('inbox/settings').map(({ body }) => body).filter((body) => body !== null && body !== undefined && !JSON.stringify(body).includes('pageUrl'));

describe('the alert settings', () => {
  it('take quiet hours by choosing from the hours of a day, so that no half-typed hour is ever saved', async () => {
    const panel = await openAlerts();
    fireEvent.change(await panel.findByRole('combobox', { name: 'Quiet from' }), { target: { value: '20' } });
    await waitFor(() => expect(saved()).toEqual([{ quiet: { from: 20, to: 7, timeZone: 'Europe/Berlin' } }]));
    expect(within(panel.getByRole('combobox', { name: 'Quiet until' })).getAllByRole('option')).toHaveLength(24);
  });

  it('take from how many stars on a review is no matter', async () => {
    const panel = await openAlerts();
    fireEvent.click(await panel.findByRole('button', { name: '4' }));
    await waitFor(() => expect(saved()).toEqual([{ below: 4 }]));
    await waitFor(() => expect(panel.getByRole('button', { name: '4' }).getAttribute('aria-pressed')).toBe('true'));
  });

  it('show the secret of a new webhook for as long as they are open, whatever else is chosen meanwhile', async () => {
    const panel = await openAlerts();
    fireEvent.change(await panel.findByLabelText(/^Webhook/u), { target: { value: 'https://hooks.example.com/x' } });
    fireEvent.click(panel.getByRole('button', { name: 'Save the address' }));
    await panel.findByText('whsec_once');
    fireEvent.click(panel.getByRole('checkbox', { name: /^Wix notification/u }));
    await waitFor(() => expect(saved()).toHaveLength(2));
    await waitFor(() => expect((panel.getByRole('checkbox', { name: /^Wix notification/u }) as HTMLInputElement).checked).toBe(false));
    panel.getByText('whsec_once');
  });
});

describe('the alert settings', () => {
  it('are open when the dashboard says that a link to them was followed, and say what does not arrive', async () => {
    chosen = { ...CHOSEN, troubles: [{ channel: 'webhook', sinceMs: Date.UTC(2026, 10, 3, 12), cause: 'The address for alerts does not take them.' }] };
    edge.observeState.mockImplementation((tell) => {
      tell({ location: { search: '?alerts=open' } });
      return { disconnect: vi.fn() };
    });
    render(<InboxEntry />);
    const panel = within(await screen.findByRole('region', { name: 'Alerts' }, { timeout: 5_000 }));
    await panel.findByText('Alerts by webhook have not arrived since November 3, 2026: the address for alerts does not take them.', {}, { timeout: 5_000 });
    edge.observeState.mockImplementation(() => ({ disconnect: vi.fn() }));
  });

  it('keep when a review is overdue', async () => {
    const panel = await openAlerts();
    fireEvent.change(await panel.findByRole('combobox', { name: 'Overdue after' }, { timeout: 5_000 }), { target: { value: '72 h' } });
    await waitFor(() => expect(chosen.overdueHours).toBe(72));
  });
});

import { describe, expect, it } from 'vitest';
import { RequestLog } from '../host/request-log';
import { readView, renderLog } from './log-page';

const site = { instanceId: 'i', name: 'Shop' };
const frame = { site, sites: [site] };

function log(): RequestLog {
  const log = new RequestLog();
  log.open({ invocation: 7, side: 'wix', method: 'POST', url: 'https://www.wixapis.com/reviews/v1/reviews' }).status = 200;
  log.open({ invocation: 7, side: 'store', method: 'GET', url: 'https://demo-store.example/a?consumer_key=secret&x=<b>' }).status = 200;
  return log;
}

describe('the request log page', () => {
  it('shows only what changes a shop when asked for writes', async () => {
    const markup = String(await renderLog(frame, log(), 'writes'));
    expect(markup).toContain('/reviews/v1/reviews');
    expect(markup).not.toContain('demo-store.example');
  });

  it('never shows keys that travel in an address', async () => {
    const markup = String(await renderLog(frame, log(), 'all'));
    expect(markup).toContain('demo-store.example/a?…');
    expect(markup).not.toContain('secret');
  });

  it('takes an unknown view for all calls', () => {
    expect([readView('x'), readView(undefined), readView('wix')]).toEqual(['all', 'all', 'wix']);
  });
});

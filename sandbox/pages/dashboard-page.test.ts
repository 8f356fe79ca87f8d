import { describe, expect, it } from 'vitest';
import { renderDashboard, scriptSafeJson } from './dashboard-page';

const page = { id: 'p', title: 'Sync', route: 'sync', iframePath: '/x' };

describe('the dashboard frame', () => {
  it('shows texts as text, wherever they stand', async () => {
    const site = { instanceId: 'i', name: '</script><b>x' };
    const markup = String(await renderDashboard({ frame: { site, sites: [site] }, pages: [page], modals: [], open: page }));
    expect(markup).not.toContain('<b>x');
    expect(markup).toContain('&lt;b&gt;x');
  });

  it('keeps settings readable although they cannot end their element', () => {
    expect(JSON.parse(scriptSafeJson({ a: '</script>' }))).toEqual({ a: '</script>' });
    expect(scriptSafeJson('</script>')).not.toContain('<');
  });
});

import { describe, expect, it } from 'vitest';
import { readManifest } from './manifest';

const SLOT = { appDefinitionId: 'stores', widgetId: 'product-page', slotId: 'details' };
const SERVER = 'http://_wix_server_url_placeholder_';

describe('readManifest', () => {
  it('reads pages, modals and webhooks and passes over everything else', () => {
    const text = JSON.stringify({
      appId: 'app',
      components: [
        { compType: 'WEBHOOK', compData: { webhook: { callbackUrl: `${SERVER}/_wix/extensions/webhooks/ab`, webhookSlug: 'wix.reviews.v1.review_created' } } },
        { compType: 'BACK_OFFICE_PAGE', compId: 'p', compData: { backOfficePage: { title: 'Sync', routePath: 'sync', iframeUrl: `${SERVER}/_wix/extensions/backoffice/p` } } },
        { compType: 'BACK_OFFICE_MODAL', compId: 'm', compData: { backOfficeModal: { title: 'Sure?', iframeUrl: `${SERVER}/_wix/extensions/backoffice/m`, width: 500 } } },
        { compType: 'DATA_COMPONENT', compData: { dataComponent: { collections: [{ idSuffix: 'links' }] } } },
        { compType: 'CUSTOM_ELEMENT_WIDGET', compId: 'w', compData: { customElementWidget: { base: { name: 'Helpful' }, behaviors: { settings: { settingsUrl: `${SERVER}/panels/w.html` } }, widgetData: { tagName: 'x-helpful', scriptUrl: `${SERVER}/w.js` }, size: { height: { defaultHeight: 480 } } } } },
        { compType: 'CUSTOM_ELEMENT_WIDGET', compId: 'e', compData: { customElementWidget: { base: { name: 'Product' }, behaviors: {}, widgetData: { tagName: 'x-product', scriptUrl: `${SERVER}/e.js` }, size: { height: { defaultHeight: 50 } } } } },
        { compType: 'WIDGET_PLUGIN', compId: 's', compData: { widgetPlugin: { referenceComponentId: 'e', placements: [SLOT] } } },
        { compType: 'SOMETHING_ELSE', compData: {} },
      ],
    });
    expect(readManifest(text)).toEqual({
      appId: 'app',
      pages: [{ id: 'p', title: 'Sync', route: 'sync', iframePath: '/_wix/extensions/backoffice/p' }],
      modals: [{ id: 'm', title: 'Sure?', iframePath: '/_wix/extensions/backoffice/m', widthPx: 500, heightPx: null }],
      elements: [
        { id: 'w', name: 'Helpful', tagName: 'x-helpful', scriptPath: '/w.js', panelPath: '/panels/w.html', heightPx: 480, slots: [] },
        { id: 'e', name: 'Product', tagName: 'x-product', scriptPath: '/e.js', panelPath: null, heightPx: 50, slots: [SLOT] },
      ],
      collections: ['links'],
      webhooks: new Map([['wix.reviews.v1.review_created', '/_wix/extensions/webhooks/ab']]),
    });
  });

  it('refuses a webhook without an address', () => {
    expect(() => readManifest(JSON.stringify({ appId: 'app', components: [{ compType: 'WEBHOOK', compData: {} }] }))).toThrow('webhook');
  });
});

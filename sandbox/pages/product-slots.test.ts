import { describe, expect, it } from 'vitest';
import type { SiteElement, Slot } from '../host/manifest';
import { pluginsOf } from './product-slots';

const OLD: Slot = { appDefinitionId: '1380b703-ce81-ff05-f115-39571d94dfcd', widgetId: '13a94f09-2766-3c40-4a32-8edb5acdd8bc', slotId: 'product-page-details-2' };
const element = (id: string, slots: readonly Slot[]): SiteElement => ({ id, name: id, tagName: `x-${id}`, scriptPath: '/', panelPath: null, heightPx: 1, slots });

describe('the slots of product pages', () => {
  it('hold only what names this page, its app and one of its slots', () => {
    const elements = [element('widget', []), element('old', [OLD]), element('no-slot', [{ ...OLD, slotId: 'product-page-media-1' }]), element('elsewhere', [{ ...OLD, widgetId: 'cart' }])];
    expect(pluginsOf(elements, 'old').map(({ id }) => id)).toEqual(['old']);
    expect(pluginsOf(elements, 'new')).toEqual([]);
  });
});

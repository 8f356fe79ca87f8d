import { z } from 'zod';

const address = z.url().transform((text) => new URL(text).pathname);

const component = z.discriminatedUnion('compType', [
  z.object({ compType: z.literal('WEBHOOK'), compData: z.object({ webhook: z.object({ callbackUrl: address, webhookSlug: z.string() }) }) }),
  z.object({
    compType: z.literal('BACK_OFFICE_PAGE'),
    compId: z.string(),
    compData: z.object({ backOfficePage: z.object({ title: z.string(), routePath: z.string(), iframeUrl: address }) }),
  }),
  z.object({
    compType: z.literal('BACK_OFFICE_MODAL'),
    compId: z.string(),
    compData: z.object({
      backOfficeModal: z.object({ title: z.string(), iframeUrl: address, width: z.number().optional(), height: z.number().optional() }),
    }),
  }),
  z.object({
    compType: z.literal('CUSTOM_ELEMENT_WIDGET'),
    compId: z.string(),
    compData: z.object({
      customElementWidget: z.object({
        base: z.object({ name: z.string() }),
        behaviors: z.object({ settings: z.object({ settingsUrl: address }).optional() }),
        widgetData: z.object({ tagName: z.string(), scriptUrl: address }),
        size: z.object({ height: z.object({ defaultHeight: z.number() }) }),
      }),
    }),
  }),
  z.object({
    compType: z.literal('WIDGET_PLUGIN'),
    compData: z.object({ widgetPlugin: z.object({ referenceComponentId: z.string(), placements: z.array(z.object({ appDefinitionId: z.string(), widgetId: z.string(), slotId: z.string() })).min(1) }) }),
  }),
  z.object({
    compType: z.literal('DATA_COMPONENT'),
    compData: z.object({ dataComponent: z.object({ collections: z.array(z.object({ idSuffix: z.string() })) }) }),
  }),
]);

const manifestShape = z.object({ appId: z.string(), components: z.array(z.looseObject({ compType: z.string() })) });

export interface DashboardPage {
  readonly id: string;
  readonly title: string;
  readonly route: string;
  readonly iframePath: string;
}

export interface DashboardModal {
  readonly id: string;
  readonly title: string;
  readonly iframePath: string;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
}

/** A custom element of the site: a widget, or what a plugin shows in its slot. */
export interface SiteElement {
  readonly id: string;
  readonly name: string;
  readonly tagName: string;
  readonly scriptPath: string;
  /** `null`: nothing to set. */
  readonly panelPath: string | null;
  /** The room the editor gives it when it is placed. */
  readonly heightPx: number;
  /** Places in pages of Wix's own, which tell it what they show. Empty: a widget, which owners put where they like. */
  readonly slots: readonly Slot[];
}

export interface Slot {
  /** Of the app whose page it is. */
  readonly appDefinitionId: string;
  /** The page. */
  readonly widgetId: string;
  readonly slotId: string;
}

/** What the sandbox needs to know of `app-manifest.json`: the same file Wix reads when the app is released. */
export interface AppManifest {
  /** The client id the build was made for; it is baked into it. */
  readonly appId: string;
  readonly pages: readonly DashboardPage[];
  readonly modals: readonly DashboardModal[];
  readonly elements: readonly SiteElement[];
  /** Of the app's data collections, without its namespace. */
  readonly collections: readonly string[];
  /** Path that takes an event, by the event's slug. */
  readonly webhooks: ReadonlyMap<string, string>;
}

export function readManifest(text: string): AppManifest {
  const { appId, components } = manifestShape.parse(JSON.parse(text));
  const pages: DashboardPage[] = [];
  const modals: DashboardModal[] = [];
  const elements: Omit<SiteElement, 'slots'>[] = [];
  const slots = new Map<string, readonly Slot[]>();
  const collections: string[] = [];
  const webhooks = new Map<string, string>();
  for (const raw of components) {
    if (!component.options.some(({ shape }) => shape.compType.value === raw.compType)) continue;
    const known = component.parse(raw);
    switch (known.compType) {
      case 'WEBHOOK':
        webhooks.set(known.compData.webhook.webhookSlug, known.compData.webhook.callbackUrl);
        break;
      case 'BACK_OFFICE_PAGE': {
        const { title, routePath, iframeUrl } = known.compData.backOfficePage;
        pages.push({ id: known.compId, title, route: routePath, iframePath: iframeUrl });
        break;
      }
      case 'BACK_OFFICE_MODAL': {
        const { title, iframeUrl, width, height } = known.compData.backOfficeModal;
        modals.push({ id: known.compId, title, iframePath: iframeUrl, widthPx: width ?? null, heightPx: height ?? null });
        break;
      }
      case 'CUSTOM_ELEMENT_WIDGET': {
        const { base, behaviors, widgetData, size } = known.compData.customElementWidget;
        elements.push({ heightPx: size.height.defaultHeight, id: known.compId, name: base.name, tagName: widgetData.tagName, scriptPath: widgetData.scriptUrl, panelPath: behaviors.settings?.settingsUrl ?? null });
        break;
      }
      case 'WIDGET_PLUGIN':
        slots.set(known.compData.widgetPlugin.referenceComponentId, known.compData.widgetPlugin.placements);
        break;
      case 'DATA_COMPONENT':
        collections.push(...known.compData.dataComponent.collections.map(({ idSuffix }) => idSuffix));
    }
  }
  return { appId, pages, modals, elements: elements.map((element) => ({ ...element, slots: slots.get(element.id) ?? [] })), collections, webhooks };
}

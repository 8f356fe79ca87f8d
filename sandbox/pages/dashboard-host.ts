import { handshakeCode, LayoutType, provideSDKApi, type ProviderAPI } from '@wix/dashboard/provider';
import type { HostSettings } from './dashboard-page';
import { openModal } from './host-modal';
import { hostAddress, Location } from './host-location';
import { readToken } from './host-token';
import { showToast } from './host-toast';

/**
 * The host half of a dashboard page, on the code Wix ships for it. Runs in the browser. The page in the iframe posts
 * its handshake to https://manage.wix.com; delivering it to this origin instead is all that is bent here.
 */
const settings = JSON.parse(document.getElementById('host-settings')?.textContent ?? '{}') as HostSettings;
const location_ = new Location(settings);
const stage = document.getElementById('stage');
const deliver = window.postMessage.bind(window);

/** The innermost frame is the one that is loading, so a handshake belongs to it. */
const layers: ProviderAPI[] = [];

window.postMessage = (message: unknown, _target?: unknown, transfer?: Transferable[]) => {
  deliver(message, window.location.origin, transfer ?? []);
};

window.addEventListener('message', ({ data }: MessageEvent<{ code?: unknown; port?: MessagePort } | null>) => {
  const api = layers.at(-1);
  if (data?.code === handshakeCode && data.port !== undefined && api !== undefined) provideSDKApi({ api, port: data.port });
});

function pageApi(): ProviderAPI {
  return {
    ...sharedApi(),
    observeState: (observe) => location_.observe((pageLocation) => {
      // The page names its own parameters; what a host can give is where it is.
      (observe as Parameters<ProviderAPI['observeState']>[0])({ location: pageLocation, displayMode: 'main' }, environment());
    }),
    closeModal: () => undefined,
  };
}

function modalApi(params: Record<string, unknown>, close: ProviderAPI['closeModal']): ProviderAPI {
  return {
    ...sharedApi(),
    observeState: (observe) => {
      (observe as Parameters<ProviderAPI['observeState']>[0])(params, environment());
      return { disconnect: () => undefined };
    },
    closeModal: close,
  };
}

function environment(): { locale: string; language: string; pageLocation: Location['current']; embedded: boolean } {
  return { locale: 'en-US', language: 'en', pageLocation: location_.current, embedded: false };
}

function sharedApi(): Omit<ProviderAPI, 'observeState' | 'closeModal'> {
  return {
    getAccessToken: () => readToken(settings.instanceId),
    showToast,
    navigate: (to) => { location_.navigate(to); },
    navigateBack: () => { window.history.back(); },
    getPageUrl: (to) => Promise.resolve(location_.urlOf(to)),
    openModal: (id, params) => ({ modalClosed: openLayer(id, params ?? {}) }),
    updateHeight: () => undefined,
    setPageTitle: (title) => { document.title = title ?? settings.page.title; },
    // Every page is registered here once, whether it has something to lose or not. Links of this host leave by loading another
    // page, and then the browser asks the page's own frame, which knows.
    onBeforeUnload: () => ({ remove: () => undefined }),
    onLayerStateChange: (observe) => {
      observe('foreground');
      return { remove: () => undefined };
    },
    openMediaManager: () => Promise.resolve({ items: [] }),
    installApp: () => Promise.resolve({ status: 'CANCELED' as const }),
    getSiteInfo: () => null,
    pageGetLayout: () => ({ type: LayoutType.Desktop }),
    requestFeedback: () => undefined as never,
    getWidget: () => undefined as never,
    getWidgetAsync: () => Promise.reject(new Error('Widgets are not part of this stand-in')),
    getDashboardMenuPlugins: () => [] as never,
    getDashboardPlugins: () => [] as never,
    sidePanelOpen: () => undefined,
    sidePanelClose: () => undefined,
    scopeSwitchTo: () => Promise.resolve({ status: 'blocked' as const }),
  };
}

function openLayer(id: string, params: Record<string, unknown>): ReturnType<ProviderAPI['openModal']>['modalClosed'] {
  const modal = settings.modals.find((each) => each.id === id);
  if (modal === undefined) return Promise.reject(new Error(`The app has no modal "${id}"`));
  const layer = openModal(modal, hostAddress(modal.iframePath, settings));
  layers.push(modalApi(params, layer.close));
  return layer.closed.finally(() => layers.pop());
}

layers.push(pageApi());
const frame = document.createElement('iframe');
frame.title = settings.page.title;
frame.src = hostAddress(settings.page.iframePath, settings);
stage?.append(frame);

import { IFrameHostEndpoint } from '@wix/editor-platform-transport';
import type { EditorSettings } from './editor-page';

/**
 * The editor's half of a settings panel, over the transport that Wix ships: it knows one selected element and reads and
 * changes its attributes.
 */
const settings = JSON.parse(document.getElementById('editor-settings')?.textContent ?? '{}') as EditorSettings;
const selected = { id: 'selected', type: 'DESKTOP' };

interface FrameApi {
  initEnvironment(props: object): Promise<void>;
}

const element = (): Element => {
  const found = document.querySelector(settings.tagName);
  if (found === null) throw new RangeError(`Expected <${settings.tagName}> on the stage`);
  return found;
};

const privateAPI = {
  components: { getSelectedComponents: async () => [selected] },
  refComponents: { isRefComponent: async () => false },
  customElement: {
    getAttribute: async (_: unknown, name: string) => element().getAttribute(name),
    setAttribute: async (_: unknown, name: string, value: string) => { element().setAttribute(name, value); },
  },
  inputs: {
    async openColorPicker(_: unknown, choose: (color: { readonly color: string }) => void) {
      const input = document.getElementById('color');
      if (!(input instanceof HTMLInputElement)) throw new TypeError('Expected an input for colors');
      input.oninput = () => { choose({ color: input.value }); };
      input.click();
    },
  },
  info: { getMetaSiteId: async () => settings.appId },
};

const panel = document.getElementById('panel');
if (!(panel instanceof HTMLIFrameElement)) throw new TypeError('Expected the frame of a panel');
IFrameHostEndpoint.connect(panel, (transport) => {
  void transport.waitAPI('PLATFORM_FRAME_API').then((api) =>
    (api as unknown as FrameApi).initEnvironment({ privateAPI, applicationPrivateAPI: {}, context: { appDefinitionId: settings.appId } }));
});

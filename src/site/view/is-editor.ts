import { createHostModule } from '@wix/sdk-runtime/host-modules';

interface SiteHost {
  readonly channel: {
    observeState(): { disconnect(): void };
    invoke(call: { readonly namespace: string; readonly method: string; readonly args: readonly unknown[] }): Promise<unknown>;
  };
}

/** What `@wix/site-window` does for `viewMode`; the package itself brings 2 KB of other things to every visitor. */
const { viewMode } = createHostModule<SiteHost, { viewMode: () => Promise<unknown> }>({
  viewMode: ({ channel }) => () => channel.invoke({ namespace: 'window', method: 'viewMode', args: [] }),
});

/** In the editor nothing may be asked for or stored. Outside of Wix, where nobody answers, it is an ordinary page. */
export async function isEditor(): Promise<boolean> {
  try {
    return (await viewMode()) === 'Editor';
  } catch {
    return false;
  }
}

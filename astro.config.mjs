// @ts-check
import react from '@astrojs/react';
import wix from '@wix/astro';
import wixHostingAdapter from '@wix/astro-wix-hosting-adapter';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: wixHostingAdapter(),
  // Everything switched off belongs to a site of its own; an app has no use for those routes.
  integrations: [wix({ adminRedirect: false, auth: false, htmlEmbeds: false, robots: false, wixSitePages: false }), react()],
  // Named, or the adapter asks for a key-value store that nothing here uses.
  session: { driver: 'memory' },
  // Wix posts its events as text and stores ping as forms: Astro's check would answer both 403. Nothing here trusts a
  // cookie, so there is no forged form to fear.
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
});

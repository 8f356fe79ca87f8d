import type { Hono } from 'hono';
import type { Endpoint } from './rest-endpoint';
import { WOO_VERSION, WP_VERSION, type Site } from './site';

const NAMESPACES = ['oembed/1.0', 'wc/store/v1', 'wc/v1', 'wc/v2', 'wc/v3', 'wp/v2'];

/** What tells a caller that this is a WooCommerce, and which one. */
export function addIndexRoutes(app: Hono, endpoint: Endpoint, site: Site): void {
  const open = { allow: 'GET', denied: null };
  const routes = Object.fromEntries(
    ['', '/products', '/products/reviews', '/products/reviews/batch', '/webhooks', '/system_status'].map((path) => [
      `/wc/v3${path}`,
      { namespace: 'wc/v3', methods: ['GET'] },
    ]),
  );
  const root = endpoint(open, ({ origin }) => ({
    body: {
      name: site.title,
      description: '',
      url: site.publicUrl,
      home: site.publicUrl,
      gmt_offset: String(site.utcOffsetMinutes / 60),
      timezone_string: '',
      namespaces: NAMESPACES,
      authentication: { 'application-passwords': { endpoints: { authorization: `${origin}/wp-admin/authorize-application.php` } } },
      routes,
    },
  }));
  app.get('/wp-json', root);
  app.get('/wp-json/', root);
  app.get('/wp-json/wc/v3', endpoint(open, () => ({ body: { namespace: 'wc/v3', routes } })));
  const denied = ['woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.'] as const;
  app.get(
    '/wp-json/wc/v3/system_status',
    endpoint({ allow: 'GET', denied }, ({ origin }) => ({
      body: {
        environment: {
          home_url: site.publicUrl,
          site_url: site.publicUrl,
          version: WOO_VERSION,
          wp_version: WP_VERSION,
          wp_multisite: false,
          wp_cron: true,
          language: 'en_US',
          php_version: '8.2.36',
        },
        settings: { api_enabled: false, force_ssl: false, currency: 'USD' },
        _links: { self: [{ href: `${origin}/wp-json/wc/v3/system_status` }] },
      },
    })),
  );
}

import { WIX_CLIENT_ID } from 'astro:env/client';
import { getSecret } from 'astro:env/server';
import { defineMiddleware } from 'astro:middleware';
import { publishSecrets } from './backend/wix/secrets';

/** Event handlers are bundled apart from Astro and cannot import its environment, so every request publishes it first. */
export const onRequest = defineMiddleware((_context, next) => {
  publishSecrets((name) => (name === 'WIX_CLIENT_ID' ? WIX_CLIENT_ID : getSecret(name)));
  return next();
});

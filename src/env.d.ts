/// <reference types="astro/client" />

/** Set by `@wix/astro`; Astro writes its own declaration only while it builds. */
declare module 'astro:env/client' {
  export const WIX_CLIENT_ID: string;
}

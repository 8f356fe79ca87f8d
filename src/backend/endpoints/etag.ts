/**
 * The answer, or 304 when the browser holds the same one. Browsers keep it but ask each time, so that an approved
 * review shows at the next reload. `vary` and `private` keep one site's answer from another's visitors.
 */
export async function withEtag(request: Request, body: unknown): Promise<Response> {
  const text = JSON.stringify(body);
  const etag = `"${await digest(text)}"`;
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'authorization' };
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { status: 200, headers: { ...headers, 'content-type': 'application/json' } });
}

function matches(asked: string | null, etag: string): boolean {
  // A proxy that compresses an answer marks its tag as weak.
  return (asked ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import { hostKind } from '../../core/private-host';
import { isPublicPort } from '../../core/public-port';
import { SyncError } from '../../core/sync-error';

/**
 * An address that alerts may be sent to: https, a public host, no password in it. The query and path stay, since Slack
 * and others keep their secret there. As for a store's address, only the text can be judged here; redirects are not
 * followed.
 */
export function parseWebhookUrl(raw: string): URL {
  const text = raw.trim();
  if (!URL.canParse(text)) throw refused(`text of ${text.length} characters`);
  const url = new URL(text);
  if (url.protocol !== 'https:') throw refused(`the scheme ${url.protocol}`);
  if (url.username !== '' || url.password !== '') throw refused('a user name or password inside the address');
  if (hostKind(url.hostname) !== 'public') throw refused(`a ${hostKind(url.hostname)} host`);
  if (!isPublicPort(url.port)) throw refused(`port ${url.port}`);
  return url;
}

function refused(got: string): SyncError {
  return new SyncError('INPUT_INVALID', { field: 'webhookUrl', got, expected: 'an address such as https://hooks.example.com/reviews' });
}

import { countSubrequest, currentInvocation } from './invocation';
import type { LogSide, RequestLog } from './request-log';

export type Answer = (request: Request) => Response | Promise<Response>;

export interface Network {
  readonly wix: Answer;
  /** `also`: further addresses of the same shop. */
  readonly store: { readonly origin: string; readonly also?: readonly string[]; readonly answer: Answer };
  /** Where the shop's owner takes webhooks. */
  readonly owner?: { readonly origin: string; readonly answer: Answer };
  /** Other websites, by origin. */
  readonly strangers?: ReadonlyMap<string, Answer>;
  readonly log: RequestLog;
}

const WIX_HOST = /(^|\.)(wixapis\.com|frog\.wix\.com)$/u;

/**
 * A closed network of three hosts. The app's own code is untouched: it calls `fetch` as it always does, and nothing it
 * asks for ever leaves this process.
 */
export function closedNetwork(network: Network): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const invocation = currentInvocation();
    const side = sideOf(request, network);
    const logged = network.log.open({ invocation: invocation?.id ?? null, side, method: request.method, url: request.url });
    countSubrequest(invocation);
    const response = await answer(request, side, network);
    logged.status = response.status;
    return response;
  };
}

function sideOf(request: Request, { store, owner }: Network): LogSide {
  const url = new URL(request.url);
  if (WIX_HOST.test(url.hostname)) return 'wix';
  if (url.origin === owner?.origin) return 'owner';
  return [store.origin, ...(store.also ?? [])].includes(url.origin) ? 'store' : 'refused';
}

async function answer(request: Request, side: LogSide, { wix, store, owner, strangers }: Network): Promise<Response> {
  switch (side) {
    case 'wix':
      return wix(request);
    case 'store':
      return store.answer(request);
    case 'owner':
    case 'refused': {
      const stranger = strangers?.get(new URL(request.url).origin);
      if (stranger !== undefined) return stranger(request);
      if (side === 'owner' && owner !== undefined) return owner.answer(request);
      throw new TypeError(`fetch failed: the sandbox has no way out to ${new URL(request.url).host}`);
    }
  }
}

import { invalidField } from './api-error';

/** What a request says, wherever it says it: the body, the packed `.r` parameter, or plain parameters. */
export async function readInput(request: Request): Promise<unknown> {
  if (request.method !== 'GET' && request.method !== 'DELETE') return parse(await request.text());
  const params = new URL(request.url).searchParams;
  const packed = params.get('.r');
  return packed === null ? Object.fromEntries(params) : parse(Buffer.from(packed, 'base64url').toString());
}

function parse(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidField('body', 'is not valid JSON', 'FORMAT');
  }
}

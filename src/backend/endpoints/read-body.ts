import { joinBytes } from '../photo/join-bytes';
import { SyncError } from '../../core/sync-error';

/** Every body we expect of callers is a few hundred bytes; this is generous and still harmless. */
export const MAX_BODY_BYTES = 64 * 1024;

/** The body's exact bytes. Stops reading at the limit instead of trusting the length that was announced. */
export async function readBody({ headers, body }: Pick<Request, 'headers' | 'body'>, maxBytes = MAX_BODY_BYTES): Promise<Uint8Array> {
  if (Number(headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(read.value);
  }
  return joinBytes(chunks);
}

function tooLarge(maxBytes: number): SyncError {
  return new SyncError('INPUT_INVALID', { field: 'body', got: `more than ${maxBytes} bytes`, expected: `at most ${maxBytes} bytes` });
}

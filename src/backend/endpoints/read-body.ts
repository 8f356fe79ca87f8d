import { SyncError } from '../../core/sync-error';

/** Every body we expect is a few hundred bytes; this is generous and still harmless. */
export const MAX_BODY_BYTES = 64 * 1024;

/** The body's exact bytes. Stops reading at the limit instead of trusting the length that was announced. */
export async function readBody(request: Request, maxBytes = MAX_BODY_BYTES): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
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
  return joined(chunks, bytes);
}

function tooLarge(maxBytes: number): SyncError {
  return new SyncError('INPUT_INVALID', { field: 'body', got: `more than ${maxBytes} bytes`, expected: `at most ${maxBytes} bytes` });
}

function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

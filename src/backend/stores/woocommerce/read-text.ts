import { SyncError } from '../../../core/sync-error';

/** Reads a body as text and stops as soon as it is longer than `maxBytes`, whatever its headers promised. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new SyncError('STORE_NOT_RECOGNISED', { field: 'response', got: `more than ${maxBytes} bytes`, expected: `at most ${maxBytes} bytes` });
    }
    text += decoder.decode(value, { stream: true });
  }
}

import { expect, it } from 'vitest';
import { readText } from './read-text';

it('reads text whose characters are split between chunks', async () => {
  const bytes = new TextEncoder().encode('é😀');
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await readText(new Response(stream), 100)).toBe('é😀');
});

it('reads an answer without a body as empty text', async () => {
  expect(await readText(new Response(null, { status: 204 }), 10)).toBe('');
});

it('stops reading an endless body at the limit', async () => {
  let pulled = 0;
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(10));
    },
    cancel() {
      cancelled = true;
    },
  });
  await expect(readText(new Response(stream), 25)).rejects.toMatchObject({ code: 'STORE_NOT_RECOGNISED' });
  expect(pulled).toBeLessThan(8);
  expect(cancelled).toBe(true);
});

import { describe, expect, it } from 'vitest';
import { listen } from './listen';

describe('listen', () => {
  it('says that it is starting until it is told what to serve', async () => {
    const listener = await listen(0);
    const address = `http://127.0.0.1:${String(listener.port)}/x`;
    expect((await fetch(address)).status).toBe(503);
    listener.serve((request) => new Response(new URL(request.url).pathname));
    expect(await (await fetch(address)).text()).toBe('/x');
    await listener.close();
  });

  it('refuses a port that is taken and proposes the next', async () => {
    const first = await listen(0);
    await expect(listen(first.port)).rejects.toThrow(`npm start -- --port ${String(first.port + 1)}`);
    await first.close();
  });
});

import { describe, expect, it } from 'vitest';
import { createControlEndpoint } from './control-endpoint';

class Counter {
  #sum = 0;
  add(by: number): number {
    if (by < 0) throw new RangeError(`Expected by to be at least 0, got ${String(by)}`);
    this.#sum += by;
    return this.#sum;
  }
}

const app = createControlEndpoint({ counter: new Counter() });
const call = (path: string, body = '[]', type = 'application/json'): Response | Promise<Response> =>
  app.request(path, { method: 'POST', body, headers: { 'content-type': type } });

describe('the control endpoint', () => {
  it('calls the method with the arguments and answers what it gives', async () => {
    expect(await (await call('/counter/add', '[2]')).json()).toEqual({ result: 2 });
  });

  it('answers 400 with the reason when the method throws', async () => {
    const response = await call('/counter/add', '[-1]');
    expect([response.status, await response.json()]).toEqual([400, { error: 'Expected by to be at least 0, got -1' }]);
  });

  it.each(['/counter/constructor', '/counter/none', '/other/add', '/constructor/keys'])('knows nothing of %s', async (path) => {
    expect((await call(path)).status).toBe(404);
  });

  it('takes no form, which a foreign page could send', async () => {
    expect((await call('/counter/add', 'a=1', 'text/plain')).status).toBe(415);
  });
});

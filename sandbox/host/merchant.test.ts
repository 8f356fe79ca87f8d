import { describe, expect, it } from 'vitest';
import { connectStore } from './merchant';

const keys = { url: 'https://demo-store.example', key: 'k', secret: 's' };

function app(answers: readonly Response[]): { call: (path: string, body: unknown) => Promise<Response>; asked: unknown[] } {
  const asked: unknown[] = [];
  const left = [...answers];
  const call = (path: string, body: unknown): Promise<Response> => {
    asked.push([path, body]);
    return Promise.resolve(left.shift() ?? new Response(null, { status: 500 }));
  };
  return { call, asked };
}

describe('connectStore', () => {
  it('goes on matching until the app says that it is done', async () => {
    const { call, asked } = app([
      Response.json({ match: { accepted: 2, next: 'c1' } }),
      Response.json({ accepted: 3, next: 'c2' }),
      Response.json({ accepted: 1, next: null }),
    ]);
    expect(await connectStore(call, keys)).toBe(6);
    expect(asked).toEqual([['/api/sync/connect', keys], ['/api/sync/match', { cursor: 'c1' }], ['/api/sync/match', { cursor: 'c2' }]]);
  });

  it('begins matching by itself when connecting could not', async () => {
    const { call, asked } = app([Response.json({ match: null }), Response.json({ accepted: 1, next: null })]);
    expect(await connectStore(call, keys)).toBe(1);
    expect(asked.at(-1)).toEqual(['/api/sync/match', {}]);
  });

  it('repeats the app’s own sentence when it refuses', async () => {
    const { call } = app([Response.json({ error: { code: 'STORE_AUTH', sentence: 'The keys are wrong.' } }, { status: 422 })]);
    await expect(connectStore(call, keys)).rejects.toThrow('The keys are wrong. (STORE_AUTH)');
  });

  it('names the endpoint when there is no sentence to repeat', async () => {
    await expect(connectStore(app([new Response('<p>', { status: 502 })]).call, keys)).rejects.toThrow('/api/sync/connect answered 502');
  });
});

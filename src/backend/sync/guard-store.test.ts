import { expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { FAILURES_UNTIL_SHUT } from '../../core/store-probe';
import { isSyncError } from '../../core/sync-error';
import type { Store } from '../stores/store';
import { guardStore } from './guard-store';

/** A store of which every method notes its name and what it was given. */
function noting(notes: unknown[][]): Store {
  const handler: ProxyHandler<Store> = {
    get: (target, name, receiver) => (name === 'capabilities' ? Reflect.get(target, name, receiver) : async (...args: unknown[]) => void notes.push([name, ...args])),
  };
  return new Proxy({ capabilities: { create: true } } as unknown as Store, handler);
}

const methodsOf = (store: Store): string[] => Object.keys(store).filter((name) => name !== 'capabilities');

it('every method passes on what it was given, and nothing else', async () => {
  const site = new TestSite();
  const notes: unknown[][] = [];
  const names = await site.run(async (session) => {
    const { store } = guardStore(session, session.connection, noting(notes));
    for (const name of methodsOf(store)) await (Reflect.get(store, name) as (...args: unknown[]) => Promise<unknown>)('first', 'second');
    return methodsOf(store);
  });
  expect(notes.map(([name]) => name)).toEqual(names);
  expect(names).toHaveLength(18);
  expect(notes.every(([, first = 'first', second = 'second']) => first === 'first' && second === 'second')).toBe(true);
});

it('every method is refused while the store is down, and reaches it not once', async () => {
  const site = new TestSite();
  site.put('connections', { ...site.connection(), storeFailures: FAILURES_UNTIL_SHUT, storeProbeAtMs: site.nowMs + 60_000, storeProbes: 0 });
  const notes: unknown[][] = [];
  const codes = await site.run(async (session) => {
    const { store } = guardStore(session, session.connection, noting(notes));
    const refusal = (name: string): Promise<string> => (Reflect.get(store, name) as () => Promise<unknown>)().then(() => 'answered', (error: unknown) => (isSyncError(error) ? error.code : 'bug'));
    return Promise.all(methodsOf(store).map(refusal));
  });
  expect(new Set(codes)).toEqual(new Set(['STORE_DOWN']));
  expect(notes).toEqual([]);
});

it('what the store can do is known without asking it', async () => {
  const site = new TestSite();
  const capabilities = await site.run(async (session) => guardStore(session, session.connection, noting([])).store.capabilities);
  expect(capabilities).toEqual({ create: true });
});

import type { ConnectedSetup } from '../../backend/endpoints/setup/setup-types';
import { connected } from './fake-backend';

export function setup(change: Partial<ConnectedSetup> = {}): ConnectedSetup {
  return {
    kind: 'connected',
    connection: connected().connection,
    products: { suggested: 2, open: 1, matched: 140, left: 0 },
    run: null,
    ...change,
  };
}

export const ALL_GRANTED = { verdicts: ['read-reviews', 'read-products', 'write', 'webhook'].map((permission) => ({ permission, problem: null })) };

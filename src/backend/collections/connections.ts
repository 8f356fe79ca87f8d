import type { ConnectionRow } from '../sync/tables';
import { fieldsOf, type Collection } from './collection';

export const connections: Collection = {
  displayName: 'Store connection',
  fields: fieldsOf<ConnectionRow>(
    {
      instanceId: 'TEXT', storeKind: 'TEXT', storeUrl: 'TEXT', storeName: 'TEXT', credentials: 'TEXT', nonce: 'TEXT', appOrigin: 'TEXT',
      webhookId: 'TEXT', webhookUrl: 'TEXT', webhookStatus: 'TEXT', paused: 'BOOLEAN', policy: 'OBJECT', connectedAt: 'TEXT',
      backlogDueAtMs: 'NUMBER', walking: 'BOOLEAN', sweptAtMs: 'NUMBER', newestSeenAtMs: 'NUMBER', contactsMerged: 'BOOLEAN', alertBelow: 'NUMBER', alerts: 'OBJECT', alertTroubles: 'OBJECT',
      storeFailures: 'NUMBER', storeProbeAtMs: 'NUMBER', storeProbes: 'NUMBER', storeDownSinceMs: 'NUMBER', storeDownCode: 'TEXT', ended: 'BOOLEAN',
    },
    ['credentials'],
  ),
  indexes: [],
};

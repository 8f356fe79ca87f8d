import type { RunRow } from '../sync/tables';
import { fieldsOf, type Collection } from './collection';

export const runs: Collection = {
  displayName: 'Walks over all reviews',
  fields: fieldsOf<RunRow>({
    instanceId: 'TEXT', kind: 'TEXT', state: 'TEXT', phase: 'TEXT', cursor: 'TEXT', turn: 'NUMBER', wixTotal: 'NUMBER',
    storeTotal: 'NUMBER', pushTotal: 'NUMBER', wixDone: 'NUMBER', storeDone: 'NUMBER', pushDone: 'NUMBER', checkDone: 'NUMBER', undone: 'NUMBER', changed: 'NUMBER',
    absent: 'NUMBER', released: 'BOOLEAN', undoes: 'NUMBER', statement: 'OBJECT', workedMs: 'NUMBER',
    code: 'TEXT', startedAtMs: 'NUMBER', updatedAtMs: 'NUMBER', leaseUntilMs: 'NUMBER', recentCalls: 'OBJECT',
  }),
  indexes: ['startedAtMs'],
};

import type { HintRow } from '../sync/tables';
import { fieldsOf, type Collection } from './collection';

export const hints: Collection = {
  displayName: 'Store products to look at',
  fields: fieldsOf<HintRow>({
    instanceId: 'TEXT', storeProductId: 'TEXT', cursor: 'TEXT', attempts: 'NUMBER', marks: 'NUMBER', turn: 'NUMBER',
    leaseUntilMs: 'NUMBER', heldUntilMs: 'NUMBER', dueAtMs: 'NUMBER',
  }),
  indexes: ['dueAtMs'],
};

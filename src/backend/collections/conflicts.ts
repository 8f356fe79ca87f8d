import type { ConflictRow } from '../sync/tables';
import { fieldsOf, type Collection } from './collection';

export const conflicts: Collection = {
  displayName: 'Values that gave way',
  fields: fieldsOf<ConflictRow>({ instanceId: 'TEXT', linkId: 'TEXT', field: 'TEXT', winner: 'TEXT', lost: 'TEXT', state: 'TEXT', atMs: 'NUMBER' }),
  indexes: ['linkId', 'atMs'],
};

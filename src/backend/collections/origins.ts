import type { OriginRow } from '../sync/tables';
import { fieldsOf, type Collection } from './collection';

export const origins: Collection = {
  displayName: 'The site this one was copied from',
  fields: fieldsOf<OriginRow>({ instanceId: 'TEXT', originInstanceId: 'TEXT' }),
  indexes: [],
};

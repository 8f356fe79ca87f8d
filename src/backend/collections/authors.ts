import type { AuthorRow } from '../sync/tables';
import { fieldsOf, type Collection } from './collection';

export const authors: Collection = {
  displayName: 'Known authors',
  fields: fieldsOf<AuthorRow>({ instanceId: 'TEXT', contactId: 'TEXT' }),
  indexes: [],
};

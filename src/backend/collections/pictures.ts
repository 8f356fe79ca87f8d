import type { PictureRow } from '../sync/tables';
import { fieldsOf, type Collection } from './collection';

export const pictures: Collection = {
  displayName: 'Pictures carried to Wix',
  fields: fieldsOf<PictureRow>({ instanceId: 'TEXT', linkId: 'TEXT', fileId: 'TEXT', state: 'TEXT', file: 'TEXT', askedAtMs: 'NUMBER' }),
  indexes: ['linkId'],
};

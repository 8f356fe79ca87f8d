import type { ProductRow } from '../sync/tables';
import { fieldsOf, type Collection } from './collection';

export const products: Collection = {
  displayName: 'Matched products',
  fields: fieldsOf<ProductRow>({
    instanceId: 'TEXT', storeProductId: 'TEXT', wixProductId: 'TEXT', storeName: 'TEXT', storeSlug: 'TEXT', storeSku: 'TEXT', comparedTo: 'TEXT', wixName: 'TEXT', reason: 'TEXT',
    confidence: 'NUMBER', choice: 'TEXT', goneFrom: 'TEXT',
  }),
  indexes: ['wixProductId'],
};

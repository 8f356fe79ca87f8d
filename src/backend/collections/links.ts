import type { LinkRow } from '../sync/tables';
import { fieldsOf, type Collection } from './collection';

export const links: Collection = {
  displayName: 'Review links',
  fields: fieldsOf<LinkRow>({
    instanceId: 'TEXT', state: 'TEXT', code: 'TEXT', outcome: 'TEXT', birth: 'TEXT', wixReviewId: 'TEXT', wixProductId: 'TEXT',
    contactId: 'TEXT', wixRevision: 'TEXT', storeReviewId: 'TEXT', storeProductId: 'TEXT', wixSeen: 'OBJECT', storeSeen: 'OBJECT',
    base: 'OBJECT', because: 'TEXT', intent: 'OBJECT', gone: 'TEXT', marks: 'NUMBER', turn: 'NUMBER', leaseUntilMs: 'NUMBER',
    dueAtMs: 'NUMBER', attempts: 'NUMBER', lastAtMs: 'NUMBER', lastEvent: 'TEXT', timeline: 'OBJECT', rating: 'NUMBER', runAtMs: 'NUMBER',
    absentIn: 'NUMBER', absentSide: 'TEXT', pictures: 'TEXT',
  }),
  indexes: ['storeReviewId', 'storeProductId', 'dueAtMs'],
};

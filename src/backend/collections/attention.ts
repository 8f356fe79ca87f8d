import type { AttentionRow } from '../sync/attention-row';
import { fieldsOf, type Collection } from './collection';

export const attention: Collection = {
  displayName: 'Reviews to look at',
  fields: fieldsOf<AttentionRow>({
    instanceId: 'TEXT', linkId: 'TEXT', birth: 'TEXT', wixReviewId: 'TEXT', wixProductId: 'TEXT', contactId: 'TEXT',
    storeReviewId: 'TEXT', storeProductId: 'TEXT', rating: 'NUMBER', state: 'TEXT', reason: 'TEXT', wixSeen: 'TEXT', storeSeen: 'TEXT',
    answer: 'TEXT', openRank: 'NUMBER', wakeAtMs: 'NUMBER', raisedAtMs: 'NUMBER', changedAtMs: 'NUMBER', answerMs: 'NUMBER',
    crossings: 'NUMBER', turn: 'NUMBER', untold: 'OBJECT', dueAtMs: 'NUMBER', attempts: 'NUMBER', undo: 'OBJECT',
  }),
  indexes: ['openRank', 'changedAtMs', 'dueAtMs'],
};

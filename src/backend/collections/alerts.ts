import type { AlertSettingsRow } from '../sync/tables';
import { fieldsOf, type Collection } from './collection';

export const alerts: Collection = {
  displayName: 'Who is told of reviews',
  fields: fieldsOf<AlertSettingsRow>({
    instanceId: 'TEXT', notification: 'BOOLEAN', automation: 'BOOLEAN', webhook: 'TEXT', webhookHost: 'TEXT', quiet: 'OBJECT', pageUrl: 'TEXT', overdueHours: 'NUMBER',
  }, ['webhook']),
  indexes: [],
};

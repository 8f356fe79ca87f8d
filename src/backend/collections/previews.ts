import type { PreviewRunRow } from '../sync/preview-row';
import { authors } from './authors';
import { fieldsOf, type Collection } from './collection';
import { links } from './links';

/** What a preview thinks up has the shape of what a run would write. */
export const previewLinks: Collection = { ...links, displayName: 'Preview: review links' };
export const previewAuthors: Collection = { ...authors, displayName: 'Preview: authors' };

export const previewRuns: Collection = {
  displayName: 'Preview: walk over all reviews',
  fields: fieldsOf<PreviewRunRow>({
    instanceId: 'TEXT', kind: 'TEXT', state: 'TEXT', phase: 'TEXT', cursor: 'TEXT', turn: 'NUMBER', wixTotal: 'NUMBER',
    storeTotal: 'NUMBER', pushTotal: 'NUMBER', wixDone: 'NUMBER', storeDone: 'NUMBER', pushDone: 'NUMBER', checkDone: 'NUMBER', undone: 'NUMBER', changed: 'NUMBER',
    absent: 'NUMBER', released: 'BOOLEAN', undoes: 'NUMBER', statement: 'OBJECT', workedMs: 'NUMBER',
    code: 'TEXT', startedAtMs: 'NUMBER', updatedAtMs: 'NUMBER', leaseUntilMs: 'NUMBER',
    stage: 'TEXT', copyCursor: 'TEXT', calls: 'NUMBER', contacts: 'NUMBER', before: 'OBJECT',
  }),
  indexes: [],
};

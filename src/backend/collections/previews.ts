import type { PreviewRunRow } from '../sync/preview-row';
import type { RunRow } from '../sync/tables';
import { authors } from './authors';
import { fieldsOf, type Collection } from './collection';
import { links } from './links';
import { runs } from './runs';

/** What a preview thinks up has the shape of what a run would write. */
export const previewLinks: Collection = { ...links, displayName: 'Preview: review links' };
export const previewAuthors: Collection = { ...authors, displayName: 'Preview: authors' };

export const previewRuns: Collection = {
  displayName: 'Preview: walk over all reviews',
  fields: [...runs.fields, ...fieldsOf<Pick<PreviewRunRow, '_id'> & Omit<PreviewRunRow, keyof RunRow>>({ stage: 'TEXT', copyCursor: 'TEXT', calls: 'NUMBER', contacts: 'NUMBER', productsAtMs: 'NUMBER', fieldsAtMs: 'NUMBER', before: 'OBJECT' })],
  indexes: [],
};

import type { TableName } from '../sync/tables';

/** Given to the app once, in its dashboard under Data Collections. Case matters. */
export const DATA_NAMESPACE = '@review-relay/app';

/** What Wix Data calls one of our tables on every site. */
export function collectionId(table: TableName): string {
  return `${DATA_NAMESPACE}/${table}`;
}

import type { HttpClient } from '@wix/sdk';

export interface RowPatch {
  readonly dataItemId: string;
  readonly fieldModifications: readonly FieldModification[];
}

type FieldModification =
  | { readonly action: 'SET_FIELD'; readonly fieldPath: string; readonly setFieldOptions: { readonly value: unknown } }
  | { readonly action: 'INCREMENT_FIELD'; readonly fieldPath: string; readonly incrementFieldOptions: { readonly value: unknown } };

/**
 * Wix's bulk patch takes a different change for each row, but its SDK function gives all rows the same one. This is
 * the same request with nothing taken away. (`http` is used late: the SDK also calls this without it, to see what kind
 * of function it is.)
 */
export function bulkPatchRows(http: Pick<HttpClient, 'request'>): (dataCollectionId: string, patches: readonly RowPatch[]) => Promise<unknown> {
  return async (dataCollectionId, patches) => {
    const response = await http.request<unknown>(() => ({
      method: 'POST',
      url: '/wix-data/v2/bulk/items/patch',
      data: { dataCollectionId, patches },
    }));
    return response.data;
  };
}

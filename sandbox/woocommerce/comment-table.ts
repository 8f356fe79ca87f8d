import type { Table } from '../journal';
import type { CommentRow } from './rows';

export interface CommentTable extends Table<CommentRow> {
  /** Reviews and replies of one product, without walking all the others. */
  ofProduct(productId: number): CommentRow[];
}

/** Keeps the rows by product as well, because every write counts a product's stars and looks for duplicates. */
export function indexByProduct(table: Table<CommentRow>): CommentTable {
  const byProduct = new Map<number, Map<number, CommentRow>>();
  const add = (row: CommentRow) => {
    const rows = byProduct.get(row.productId) ?? new Map<number, CommentRow>();
    byProduct.set(row.productId, rows.set(row.id, row));
  };
  const drop = (row: CommentRow | undefined) => {
    if (row !== undefined) byProduct.get(row.productId)?.delete(row.id);
  };
  table.all().forEach(add);
  return {
    get: table.get,
    all: table.all,
    put(row) {
      const former = table.get(row.id);
      table.put(row);
      if (former?.productId !== row.productId) drop(former);
      add(row);
    },
    delete(id) {
      drop(table.get(id));
      return table.delete(id);
    },
    get size() {
      return table.size;
    },
    ofProduct: (productId) => [...(byProduct.get(productId)?.values() ?? [])],
  };
}

import type { CallBudget } from '../../sync/call-budget';
import type { WixPort, WixProduct } from '../../sync/wix-port';
import { page } from './fake-store';

/** Wix's catalog for handler tests. Each first look also asks which of the two catalogs the site has. */
export function fakeCatalog(products: readonly WixProduct[], budget: CallBudget): Pick<WixPort, 'getProduct' | 'productsById' | 'listProducts'> {
  return {
    getProduct: async (id) => {
      budget.spend(2);
      return products.find((product) => product.id === id) ?? null;
    },
    productsById: async (ids) => {
      budget.spend(2);
      return products.filter(({ id }) => ids.includes(id));
    },
    listProducts: async (cursor) => {
      budget.spend(cursor === null ? 2 : 1);
      return page(products, cursor);
    },
  };
}

import { z } from 'zod';

/** A product's key (`core/product-key.ts`) as an address may hold it. */
export const ProductKey = z.string().regex(/^(?:store:)?[\w-]{1,60}$/u, 'a product id');

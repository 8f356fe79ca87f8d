export const PRODUCT_TEXTS = {
  heading: 'Customer reviews',
  none: 'Nobody has reviewed this product yet.',
} as const;

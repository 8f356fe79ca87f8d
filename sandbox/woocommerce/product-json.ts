import { itemLinks } from './links';
import type { ProductRow } from './rows';
import { gmtDate, siteDate, type Site } from './site';

/** A simple product as wc/v3 shows it and as `product.updated` delivers it. */
export function productJson(site: Site, origin: string, row: ProductRow): Record<string, unknown> {
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    permalink: `${origin}/product/${row.slug}/`,
    date_created: siteDate(site, row.createdMs),
    date_created_gmt: gmtDate(row.createdMs),
    date_modified: siteDate(site, row.modifiedMs),
    date_modified_gmt: gmtDate(row.modifiedMs),
    type: 'simple',
    status: row.status,
    featured: false,
    catalog_visibility: 'visible',
    description: row.description,
    short_description: '',
    sku: row.sku,
    price: row.price,
    regular_price: row.price,
    ...FIXED_BEFORE_RATING,
    average_rating: row.averageRating,
    rating_count: row.ratingCount,
    ...FIXED_AFTER_RATING,
    price_html: priceHtml(row.price),
    related_ids: relatedIds(site, row),
    ...FIXED_LAST,
  };
}

export function productLinks(origin: string, row: ProductRow): Record<string, unknown> {
  return itemLinks(`${origin}/wp-json/wc/v3/products`, row.id);
}

function relatedIds(site: Site, row: ProductRow): number[] {
  const others = site.db.products.all().filter((other) => other.id !== row.id && other.status === 'publish');
  return others.slice(0, 5).map((other) => other.id);
}

function priceHtml(price: string): string {
  if (price === '') return '';
  const amount = Number(price).toFixed(2);
  const symbol = '<span class="woocommerce-Price-currencySymbol">&#36;</span>';
  return `<span class="woocommerce-Price-amount amount"><bdi>${symbol}${amount}</bdi></span>`;
}

// The rest of a product never changes here; three groups because the order of keys is part of the signed bytes.
const FIXED_BEFORE_RATING = {
  sale_price: '',
  date_on_sale_from: null,
  date_on_sale_from_gmt: null,
  date_on_sale_to: null,
  date_on_sale_to_gmt: null,
  on_sale: false,
  purchasable: true,
  total_sales: 0,
  virtual: false,
  downloadable: false,
  downloads: [],
  download_limit: -1,
  download_expiry: -1,
  external_url: '',
  button_text: '',
  tax_status: 'taxable',
  tax_class: '',
  manage_stock: false,
  stock_quantity: null,
  backorders: 'no',
  backorders_allowed: false,
  backordered: false,
  low_stock_amount: null,
  sold_individually: false,
  weight: '',
  dimensions: { length: '', width: '', height: '' },
  shipping_required: true,
  shipping_taxable: true,
  shipping_class: '',
  shipping_class_id: 0,
  reviews_allowed: true,
};

const FIXED_AFTER_RATING = {
  upsell_ids: [],
  cross_sell_ids: [],
  parent_id: 0,
  purchase_note: '',
  categories: [{ id: 15, name: 'Uncategorized', slug: 'uncategorized' }],
  brands: [],
  tags: [],
  images: [],
  attributes: [],
  default_attributes: [],
  variations: [],
  grouped_products: [],
  menu_order: 0,
};

const FIXED_LAST = {
  meta_data: [],
  stock_status: 'instock',
  has_options: false,
  post_password: '',
  global_unique_id: '',
};

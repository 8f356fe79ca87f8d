/** What a site's catalog knows of a product; each catalog version shows its own part of it. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly sku: string | null;
  readonly visible: boolean;
  readonly createdDate: string;
}

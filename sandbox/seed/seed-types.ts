export interface WixSeedProduct {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly sku: string;
}

/** Assignable to the demo store's own seed types. */
export interface StoreSeedProduct {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly sku: string;
  readonly price: string;
}

export interface WixSeedContact {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly email: string;
}

export interface WixSeedReview {
  readonly id: string;
  readonly productId: string;
  readonly contactId: string;
  readonly authorName: string;
  readonly rating: number;
  readonly title: string | null;
  readonly body: string | null;
  readonly writtenMs: number;
  readonly foundHelpful: number;
  /** Media id of a video; `null`: none. */
  readonly clip: string | null;
  readonly images: readonly { readonly id: string; readonly width: number; readonly height: number }[];
}

export interface StoreSeedReview {
  readonly id: number;
  readonly productId: number;
  readonly reviewer: string;
  /** Empty when the shopper left none. */
  readonly email: string;
  readonly review: string;
  readonly rating: number;
  readonly createdMs: number;
}

export interface Seed {
  readonly wixProducts: readonly WixSeedProduct[];
  readonly storeProducts: readonly StoreSeedProduct[];
  readonly wixContacts: readonly WixSeedContact[];
  readonly wixReviews: readonly WixSeedReview[];
  readonly storeReviews: readonly StoreSeedReview[];
}

export type CommentStatus = 'approved' | 'hold' | 'spam' | 'trash';

/** A row of wp_comments with the meta that matters here. Reviews and the shop's replies share the table. */
export interface CommentRow {
  readonly id: number;
  readonly productId: number;
  /** 0 unless it answers another comment. */
  readonly parent: number;
  readonly type: 'review' | 'comment';
  readonly author: string;
  readonly email: string;
  readonly url: string;
  readonly agent: string;
  readonly userId: number;
  readonly content: string;
  readonly createdMs: number;
  readonly status: CommentStatus;
  /** Where `untrash` and `unspam` bring it back to. */
  readonly statusBefore: 'approved' | 'hold' | 'spam' | null;
  /** 0 when there are no stars. */
  readonly rating: number;
  readonly verified: boolean;
  /** Addresses of the shopper's photos, which a plug-in keeps in comment meta; rows of before have none. */
  readonly photos?: readonly string[];
}

export interface ProductRow {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly sku: string;
  readonly price: string;
  readonly description: string;
  readonly status: 'publish' | 'draft' | 'private' | 'trash';
  readonly createdMs: number;
  readonly modifiedMs: number;
  /** Kept, not computed: the real store's figures lag behind its reviews. */
  readonly averageRating: string;
  readonly ratingCount: number;
}

export type WebhookStatus = 'active' | 'paused' | 'disabled';

export interface WebhookRow {
  readonly id: number;
  readonly name: string;
  readonly status: WebhookStatus;
  readonly topic: string;
  readonly deliveryUrl: string;
  readonly secret: string;
  readonly createdMs: number;
  readonly modifiedMs: number | null;
  readonly failureCount: number;
}

/** First argument of a WordPress hook: a product id, or the raw comment row of the REST-only hooks. */
export type HookArgument = number | Readonly<Record<string, string>>;

/** A delivery that waits for the next run of the store's queue. */
export interface PendingRow {
  /** Webhook and argument: equal pairs are one row, which is how the real queue merges them. */
  readonly id: string;
  readonly webhookId: number;
  readonly argument: HookArgument;
  readonly dueMs: number;
}

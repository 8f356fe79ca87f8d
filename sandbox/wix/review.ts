import type { Json } from './json';

export type ModerationStatus = 'IN_MODERATION' | 'APPROVED' | 'REJECTED';
export type Origin = { readonly type: 'ORGANIC' } | { readonly type: 'APP'; readonly appId: string };

/** A review as the REST API spells it. */
export interface Review {
  readonly id: string;
  readonly namespace: string;
  readonly entityId: string;
  readonly content: ReviewContent;
  readonly author: { readonly contactId: string; readonly authorName: string | null };
  readonly createdDate: string;
  readonly updatedDate: string;
  readonly reviewDate: string;
  readonly reply?: { readonly message: string; readonly createdDate: string; readonly updatedDate: string };
  readonly foundHelpful: number;
  readonly foundUnhelpful: number;
  readonly helpfulness: number;
  readonly moderation: { readonly moderationStatus: ModerationStatus; readonly manuallyChanged: boolean };
  readonly revision: string;
  readonly verified: boolean;
  readonly origin: Origin;
  readonly relevanceScore: number;
  readonly publishCount: number;
}

export interface ReviewContent {
  readonly title: string | null;
  readonly body: string | null;
  readonly rating: number;
  readonly media: readonly Json[];
}

export interface ReviewDraft {
  readonly namespace: string;
  readonly entityId: string;
  readonly content: ReviewContent;
  readonly author: { readonly contactId: string; readonly authorName: string | null };
  readonly reviewDate: string | null;
}

export interface ReviewEdits {
  readonly content?: Partial<ReviewContent>;
  readonly authorName?: string | null;
  readonly reviewDate?: string;
}

export function isPublished(review: Review): boolean {
  return review.moderation.moderationStatus === 'APPROVED';
}

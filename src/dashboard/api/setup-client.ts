import type { StoreProductId } from '../../core/ids';
import type { Policy } from '../../core/plan-types';
import type { LinksAnswer } from '../../backend/endpoints/api-types';
import type {
  ComparisonAnswer, DecideAnswer, FieldsAnswer, PeopleAnswer, PolicyAnswer, PreviewAgeAnswer, PreviewAnswer, PreviewGroup, PreviewTickAnswer, ProductListAnswer, ProductViews, RepliesAnswer, SetupStatus, TestAnswer, WixProductsAnswer,
} from '../../backend/endpoints/setup/setup-types';
import { get, post } from './client';

export const getSetupStatus = (): Promise<SetupStatus> => get('setup/status', {});
export const postTest = (): Promise<TestAnswer> => post('setup/test', {});

export interface ProductQuery {
  readonly view: keyof ProductViews;
  readonly text: string | null;
  readonly cursor: string | null;
}

export type RepliesChange = { readonly action: 'add'; readonly user: string; readonly password: string } | { readonly action: 'remove' };
export type Decision = { readonly action: 'accept-close' | 'leave-open' } | { readonly action: 'reopen'; readonly storeProductId: StoreProductId };

export const getSetupProducts = ({ view, text, cursor }: ProductQuery): Promise<ProductListAnswer> => get('setup/products', { view, q: text, cursor });
export const getWixProducts = (text: string, cursor: string | null): Promise<WixProductsAnswer> => get('setup/wix-products', { q: text === '' ? null : text, cursor });
export const postDecide = (decision: Decision): Promise<DecideAnswer> => post('setup/decide', decision);
export const getFields = (): Promise<FieldsAnswer> => get('setup/fields', {});
export const postFields = (policy: Policy): Promise<PolicyAnswer> => post('setup/fields', policy);
export const getReplies = (): Promise<RepliesAnswer> => get('setup/replies', {});
export const postReplies = (change: RepliesChange): Promise<RepliesAnswer> => post('setup/replies', change);
export const getPeople = (cursor: string | null): Promise<PeopleAnswer> => get('setup/people', { cursor });
export const getPreview = (): Promise<PreviewAnswer> => get('setup/preview', {});
export const postPreview = (action: 'start' | 'cancel'): Promise<PreviewAnswer> => post('setup/preview', { action });
export const postPreviewTick = (): Promise<PreviewTickAnswer> => post('setup/preview-tick', {});
export const getPreviewRows = (group: PreviewGroup, cursor: string | null): Promise<LinksAnswer> => get('setup/preview-rows', { group, cursor });
export const getComparison = (): Promise<ComparisonAnswer> => get('setup/comparison', {});
export const getPreviewAge = (): Promise<PreviewAgeAnswer> => get('setup/preview-age', {});

import type { SiteAnswer } from '../../backend/endpoints/site-types';

export type WidgetState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly answer: SiteAnswer; readonly isSample: boolean };

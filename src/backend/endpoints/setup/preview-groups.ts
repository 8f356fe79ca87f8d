import { SYNC_CODES, type SyncCode } from '../../../core/sync-code';
import type { Where } from '../../sync/rows';
import type { SiteSession } from '../../sync/session';
import type { LinkRow } from '../../sync/tables';
import type { PreviewGroup } from './setup-types';

/** The same customer wrote different things in both shops, or twice: nobody but a person can choose. */
const CONFLICTS: readonly SyncCode[] = ['CONTACT_HAS_REVIEW', 'DIFFERENT_REVIEWS'];
const NAMED: readonly SyncCode[] = ['PRODUCT_UNMATCHED', 'AUTHOR_NO_EMAIL', 'NOT_PUBLISHED', 'DIRECTION_OFF', 'RATING_MISSING', 'BODY_MISSING', 'FIELD_TOO_LONG'];

/** Every row of a preview is in one group. */
export const GROUP_WHERE: Readonly<Record<PreviewGroup, Where<LinkRow>>> = {
  'create-on-wix': { outcome: 'created-on-wix', code: null },
  'create-in-store': { outcome: 'created-in-store', code: null },
  same: { outcome: 'matched', code: null },
  already: { state: ['in-step', 'gone'], outcome: null, code: null, dueAtMs: null },
  changed: { outcome: null, code: null, dueAtMs: { above: 0 } },
  conflict: { code: CONFLICTS },
  PRODUCT_UNMATCHED: { code: 'PRODUCT_UNMATCHED' },
  AUTHOR_NO_EMAIL: { code: 'AUTHOR_NO_EMAIL' },
  NOT_PUBLISHED: { code: 'NOT_PUBLISHED' },
  DIRECTION_OFF: { code: 'DIRECTION_OFF' },
  RATING_MISSING: { code: 'RATING_MISSING' },
  BODY_MISSING: { code: 'BODY_MISSING' },
  FIELD_TOO_LONG: { code: 'FIELD_TOO_LONG' },
  other: { code: SYNC_CODES.filter((code) => !CONFLICTS.includes(code) && !NAMED.includes(code)) },
};

export const PREVIEW_GROUPS = Object.keys(GROUP_WHERE) as readonly PreviewGroup[];

/** 14 calls. */
export async function countGroups({ rows }: SiteSession): Promise<Readonly<Record<PreviewGroup, number>>> {
  const counted = await Promise.all(PREVIEW_GROUPS.map(async (group) => [group, await rows.count('previewLinks', GROUP_WHERE[group])] as const));
  return Object.fromEntries(counted) as Record<PreviewGroup, number>;
}

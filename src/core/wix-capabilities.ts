import type { Capabilities } from './plan-types';
import { FIELDS } from './review';

/** Wix holds and changes everything; `status` and `reply` by calls of their own. It has no bin: a deletion is final. */
export const WIX_CAPABILITIES: Capabilities = {
  create: true,
  holds: FIELDS,
  edits: FIELDS,
  delete: 'force',
  maxLength: { title: 3000, body: 3000, author: 100, reply: 1000 },
};

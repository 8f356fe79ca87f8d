import { z } from 'zod';
import type { Journal } from '../journal';

/** Everything the facts leave uncertain about Wix, so that the app can be tried under each answer. */
export const switchesSchema = z.object({
  /** Whether an app's client id gets anonymous visitor tokens. */
  anonymousTokens: z.enum(['granted', 'refused']).default('granted'),
  /** Whether an app that was taken off a site may still reach it, for the moment in which it is told. */
  tokensAfterRemoval: z.enum(['refused', 'granted']).default('refused'),
  /** Whether new reviews wait for a person's approval. */
  moderation: z.enum(['off', 'on']).default('off'),
  /** Whether an edited text has to be approved again; matters only while moderation is on. */
  editModeration: z.enum(['keeps-status', 'waits-again']).default('keeps-status'),
  /** Whether apps may change reviews that visitors wrote. */
  organicUpdates: z.enum(['allowed', 'refused']).default('allowed'),
  /** How a second review of one contact for one product is refused. */
  duplicateReview: z.enum(['409-ALREADY_EXISTS', '409-bare', '400-bare', '428-ALREADY_EXISTS']).default('409-ALREADY_EXISTS'),
  duplicateContactCode: z.enum(['DUPLICATE_CONTACT_EXISTS', 'DUPLICATE_CONTACT_EXIST']).default('DUPLICATE_CONTACT_EXISTS'),
  /** From how many reviews on counting is refused. */
  tooManyToCount: z.number().int().positive().default(1_000_000),
  /** What a Wix Data write whose condition does not hold answers. */
  failedCondition: z.enum(['error409', 'silent']).default('error409'),
  /** How far reads that do not ask for consistency lag behind, in Wix Data. */
  staleReadMs: z.number().int().nonnegative().default(0),
  quota: z.enum(['enforced', 'off']).default('enforced'),
  /** Whether replies, votes and moderation count as an update of the review. */
  sideChanges: z.enum(['updated-event', 'no-event']).default('updated-event'),
  /** What becomes of the reviews of a product that is deleted: deleted with an event each, deleted without a word, or left. */
  deletedProduct: z.enum(['tells', 'silent', 'keeps-reviews']).default('tells'),
  deletedEntity: z.enum(['present', 'absent']).default('present'),
  eventIdentity: z.enum(['present', 'absent']).default('present'),
  /** Whether a duplicated site comes with a copy of the app's rows. */
  duplicatedRows: z.enum(['copied', 'left']).default('copied'),
  eventCopies: z.number().int().min(1).max(5).default(1),
  /** `reversed` within one change; `staggered` delivers every second event 20 s late. */
  eventOrder: z.enum(['in-order', 'reversed', 'staggered']).default('in-order'),
  eventDelayMs: z.number().int().nonnegative().default(0),
  /** How fetching a file from elsewhere ends: after a second, after a minute, not, or without ever saying so. */
  fileImports: z.enum(['ready', 'slow', 'failed', 'never']).default('ready'),
  lostEvents: z.enum(['none', 'every-third', 'all']).default('none'),
});

export type Switches = z.infer<typeof switchesSchema>;
export type SwitchChanges = Partial<Switches>;

export interface SwitchBoard {
  get(): Switches;
  /** Throws a `ZodError` on a switch or a position that does not exist. */
  set(changes: Readonly<Record<string, unknown>>): Switches;
}

const ROW_ID = 'now';

export function openSwitches(journal: Journal, initial: SwitchChanges = {}): SwitchBoard {
  const table = journal.table<{ readonly id: string; readonly values: SwitchChanges }>('wix/switches');
  let current = switchesSchema.parse({ ...table.get(ROW_ID)?.values, ...initial });
  return {
    get: () => current,
    set(changes) {
      current = switchesSchema.strict().parse({ ...current, ...changes });
      table.put({ id: ROW_ID, values: current });
      return current;
    },
  };
}

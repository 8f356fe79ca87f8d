import type { SyncCode } from './sync-code';

/**
 * What the dashboard can offer: `retry` the work, `reconnect` the store, `match-products`, `open-review` in the shop
 * that holds it, `reload` the page, `wait` (it goes on by itself), `contact-support`, or `none`.
 */
export type ActionKind = 'retry' | 'reconnect' | 'match-products' | 'open-review' | 'reload' | 'wait' | 'contact-support' | 'none';

export interface Advice {
  /** One sentence in a merchant's words: what is true and what it means for the reviews. */
  readonly sentence: string;
  /** The one thing to do next, as a button would say it. */
  readonly action: { readonly kind: ActionKind; readonly label: string };
}

const WAIT = { kind: 'wait', label: 'Nothing to do: it is tried again by itself' } as const;
const LEAVE = { kind: 'none', label: 'Nothing to do' } as const;
const RECONNECT = { kind: 'reconnect', label: 'Connect the store again' } as const;
const CORRECT_ADDRESS = { kind: 'reconnect', label: 'Correct the store address' } as const;
const RENEW_PASSWORD = { kind: 'reconnect', label: 'Give a new application password' } as const;
const MATCH = { kind: 'match-products', label: 'Match the product' } as const;
const RETRY = { kind: 'retry', label: 'Try again' } as const;
const RELOAD = { kind: 'reload', label: 'Reload the page' } as const;
const SUPPORT = { kind: 'contact-support', label: 'Contact support' } as const;

function open(label: string): Advice['action'] {
  return { kind: 'open-review', label };
}

const ADVICE: Readonly<Record<SyncCode, Advice>> = {
  STORE_URL_INVALID: { sentence: 'The store address is not a web address, so there is nothing to connect to.', action: CORRECT_ADDRESS },
  STORE_URL_INSECURE: { sentence: 'The store address does not begin with https, so its keys would travel in the open.', action: CORRECT_ADDRESS },
  STORE_URL_PRIVATE: { sentence: 'The store address is inside a private network, where it cannot be reached from here.', action: CORRECT_ADDRESS },
  STORE_UNREACHABLE: { sentence: 'Your store does not answer, so changes wait until it does.', action: WAIT },
  STORE_TIMEOUT: { sentence: 'Your store took too long to answer, so this change waits for the next try.', action: WAIT },
  STORE_DOWN: { sentence: 'Your store has not answered for a while, so it is only asked now and then, and everything waits until it does.', action: WAIT },
  STORE_CERTIFICATE: { sentence: 'The security certificate of your store is not one that browsers trust, so its keys are not sent there.', action: WAIT },
  STORE_BLOCKED: { sentence: 'A firewall in front of your store turned the app away before the store could answer.', action: WAIT },
  STORE_NOT_RECOGNISED: { sentence: 'There is a website at this address, but not a store that shares its reviews.', action: CORRECT_ADDRESS },
  STORE_AUTH: { sentence: 'Your store no longer accepts the keys it was connected with, so reviews are not exchanged.', action: RECONNECT },
  STORE_FORBIDDEN: {
    sentence: 'The keys are valid, but they may not read and write reviews.',
    action: { kind: 'reconnect', label: 'Connect with keys that can read and write' },
  },
  STORE_RATE_LIMITED: { sentence: 'Your store asked for a pause, and changes go on after it.', action: WAIT },
  STORE_SERVER_ERROR: { sentence: 'Your store had a problem of its own, so this change waits for the next try.', action: WAIT },
  STORE_REFUSED: { sentence: 'Your store does not accept this review as it is, so it has not been changed there.', action: open('Change the review and save it') },
  STORE_REVIEW_GONE: { sentence: 'The copy in your store disappeared while it was being changed.', action: WAIT },
  STORE_REVIEW_DUPLICATE: {
    sentence: 'Your store says it already has this review, but not where, so no second copy was made.',
    action: open('Look for it in the store'),
  },
  REPLIES_PASSWORD: { sentence: 'Your WordPress site does not know this user name with this application password, so replies do not cross.', action: RENEW_PASSWORD },
  REPLIES_IGNORED: {
    sentence: 'Something on your WordPress site keeps application passwords out, such as a security plug-in, so replies do not cross.',
    action: { kind: 'reconnect', label: 'Allow application passwords there' },
  },
  REPLIES_FORBIDDEN: {
    sentence: 'This WordPress user may not moderate comments, so it can neither read nor write replies.',
    action: { kind: 'reconnect', label: 'Use a user who may moderate comments' },
  },
  WIX_RATE_LIMITED: { sentence: 'Wix asked for a pause, and changes go on after it.', action: WAIT },
  WIX_FORBIDDEN: { sentence: 'The app is not allowed to use reviews or contacts on this site.', action: { kind: 'reconnect', label: 'Update the app and accept its permissions' } },
  WIX_SERVER_ERROR: { sentence: 'Wix had a problem of its own, so this change waits for the next try.', action: WAIT },
  WIX_REFUSED: { sentence: 'Wix does not accept this review as it is, so it has not been changed there.', action: open('Change the review and save it') },
  WIX_REVISION_STALE: { sentence: 'Somebody changed the review on Wix at the same moment, so it is read again first.', action: WAIT },
  WIX_ORGANIC_REFUSED: {
    sentence: 'Wix keeps this one: it lets no app change a review that was written on the site, so the two copies differ.',
    action: open('Make the change on Wix'),
  },
  WIX_REVIEW_DUPLICATE: { sentence: 'This customer already has a review of this product on Wix, and Wix keeps one of each.', action: open('Compare the two reviews') },
  STORAGE_NOT_READY: { sentence: "The app's storage on your site is still being set up.", action: WAIT },
  FIELD_TOO_LONG: { sentence: 'The text is longer than the other shop allows, and it is not shortened without you.', action: open('Shorten the text') },
  RATING_MISSING: { sentence: 'The review has no stars, and Wix only takes reviews with stars.', action: LEAVE },
  BODY_MISSING: { sentence: 'The review has no text, and your store only takes reviews with text.', action: LEAVE },
  AUTHOR_NO_EMAIL: { sentence: 'The review names no e-mail address, so the other shop could not tell whose it is.', action: LEAVE },
  PRODUCT_UNMATCHED: { sentence: 'The product of this review has no counterpart in the other shop yet, so the review stays where it is.', action: MATCH },
  CONTACT_HAS_REVIEW: { sentence: 'The same customer reviewed this product more than once, and Wix keeps one review of each.', action: LEAVE },
  DIFFERENT_REVIEWS: { sentence: 'The same customer wrote a different review of this product in each shop, so both stay as they are.', action: open('Compare the two reviews') },
  NOT_PUBLISHED: { sentence: 'The review is not published yet, and it crosses when it is.', action: open('Publish it, or leave it') },
  DIRECTION_OFF: { sentence: 'You chose in Setup that text or stars do not cross this way, so the review stays where it is.', action: LEAVE },
  CANNOT_EDIT: { sentence: 'The other shop does not let this be changed from outside, so the two copies differ.', action: open('Make the change there by hand') },
  CANNOT_DELETE: { sentence: 'The review was deleted, but the other shop does not let its copy be removed or hidden from outside.', action: open('Remove it there by hand') },
  GONE_UNPROVEN: {
    sentence: 'The review is missing in one shop, and nothing shows that it was deleted, so its copy is kept.',
    action: open('Delete the copy, or leave it'),
  },
  COUNTERPART_GONE: { sentence: 'The review was deleted in the other shop, and the one here stays, hidden or shown as you chose in Setup.', action: LEAVE },
  PRODUCT_GONE: { sentence: 'The product of this review is no longer in the other shop, which says nothing about the review, so it stays here as it is.', action: LEAVE },
  ROLLED_BACK: { sentence: 'Its copy was taken back, and it is not copied again until you start a new run.', action: LEAVE },
  PICTURE_FAILED: { sentence: 'The review is on Wix, but one of its pictures could not be fetched, or is no JPEG, PNG, WebP or GIF of at most 10 MB.', action: RETRY },
  MASS_CHANGE: {
    sentence: 'This run would change or delete an unusually large part of your reviews at once, so it stopped before it did.',
    action: { kind: 'retry', label: 'Let the run go on, or cancel it' },
  },
  INPUT_INVALID: { sentence: 'Something that was entered or sent is not valid, so nothing was changed.', action: RETRY },
  OTHER_STORE: {
    sentence: 'The reviews of this site are linked with another store, which was disconnected.',
    action: { kind: 'reconnect', label: 'Connect that store, or forget its links' },
  },
  STORE_MOVED: {
    sentence: 'This looks like the shop that the reviews of this site are linked with, at a new address.',
    action: { kind: 'reconnect', label: 'Go on with it, or connect the shop of before' },
  },
  NOT_CONNECTED: { sentence: 'No store is connected, so there is nothing to exchange reviews with.', action: { kind: 'reconnect', label: 'Connect a store' } },
  NOT_ALLOWED: {
    sentence: 'Your role on this site does not let you manage its reviews, so nothing is shown here.',
    action: { kind: 'none', label: 'Ask the site owner to change your role' },
  },
  TOKEN_INVALID: { sentence: 'Your session has ended, so nothing was changed.', action: RELOAD },
  SIGNATURE_INVALID: { sentence: 'A message that says it comes from your store is not signed with its key, so it was ignored.', action: RECONNECT },
  REPLY_CHANGED: { sentence: 'Somebody else has answered this review in the meantime, so your answer was not sent over theirs.', action: { kind: 'reload', label: 'Read theirs, then decide' } },
  REVIEW_NOT_ON_WIX: { sentence: 'This review is not on your Wix site, so it cannot be answered from here.', action: open('Answer it in the store') },
  ITEM_UNKNOWN: { sentence: 'This review is no longer in the inbox.', action: RELOAD },
  ITEM_CHANGED: { sentence: 'This review has changed since you looked at it, so nothing was done about it.', action: { kind: 'reload', label: 'Look at it as it is now, then decide' } },
  ALERT_UNREACHABLE: { sentence: 'The address for alerts does not answer, and it is tried again later.', action: WAIT },
  ALERT_REFUSED: { sentence: 'The address for alerts does not take them.', action: RETRY },
  BUDGET_SPENT: { sentence: 'There was more to do than fits into one step, and the rest follows.', action: WAIT },
  BUSY: { sentence: 'This is being worked on right now.', action: WAIT },
  UNEXPECTED: { sentence: 'Something went wrong that we did not foresee, and nothing was lost.', action: SUPPORT },
};

export function advice(code: SyncCode): Advice {
  return ADVICE[code];
}

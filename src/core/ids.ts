declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The Wix app instance, i.e. one merchant's site. It only ever comes from a verified token or a signed event. */
export type InstanceId = Branded<'InstanceId'>;
export type WixReviewId = Branded<'WixReviewId'>;
export type WixProductId = Branded<'WixProductId'>;
export type ContactId = Branded<'ContactId'>;
/** Store ids are numbers in some stores and GUIDs in others; here they are always the store's own text form. */
export type StoreReviewId = Branded<'StoreReviewId'>;
export type StoreProductId = Branded<'StoreProductId'>;
/** Hash that names a link row; see `link-id.ts`. */
export type LinkId = Branded<'LinkId'>;
/** Trimmed, lower-cased e-mail; see `email.ts`. */
export type Email = Branded<'Email'>;

type AnyId = InstanceId | WixReviewId | WixProductId | ContactId | StoreReviewId | StoreProductId | LinkId;

/**
 * Gives a non-empty text its brand. Use it only where an id enters the program (an adapter, a parser):
 * everywhere else the type travels with the value.
 */
export function brandId<Id extends AnyId>(raw: string | number): Id {
  const text = String(raw);
  if (text.trim() === '') throw new TypeError('Expected an id to be non-empty text, got an empty one');
  return text as Id;
}

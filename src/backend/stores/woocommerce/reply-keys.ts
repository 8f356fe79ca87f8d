/** A WordPress user's application password: WooCommerce's own keys do not reach comments. */
export interface ReplyKeys {
  readonly user: string;
  readonly password: string;
  /** Numbers of the users whose answers are the shop's, as found when the password was given. */
  readonly staff: readonly number[];
}

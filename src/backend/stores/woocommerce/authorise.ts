/** The merchant's REST keys. */
export interface WooKeys {
  readonly key: string;
  readonly secret: string;
}

export interface AuthorisedRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** Adds to a request what proves that we hold the keys. Does not change `url`. */
export type Authorise = (method: string, url: URL) => Promise<AuthorisedRequest>;

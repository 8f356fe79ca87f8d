export interface ContactEmail {
  readonly id: string;
  readonly tag: string;
  readonly email: string;
  readonly primary: boolean;
}

/** A contact as the REST API spells it. */
export interface Contact {
  readonly id: string;
  readonly revision: number;
  readonly createdDate: string;
  readonly updatedDate: string;
  readonly primaryInfo: { readonly email?: string };
  readonly info: {
    readonly name: { readonly first?: string; readonly last?: string };
    readonly emails: { readonly items: readonly ContactEmail[] };
  };
}

/** One setting as a panel offers it. Its name is the element's attribute, and what is stored is always text. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** What the element does when the setting was never touched. */
  readonly otherwise: string;
  readonly hint?: string;
  readonly input: FieldInput;
}

export type FieldInput =
  | { readonly kind: 'text' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'switch' }
  | { readonly kind: 'color' }
  | { readonly kind: 'choice'; readonly choices: readonly { readonly id: string; readonly value: string }[] };

export interface Section {
  readonly title: string;
  readonly fields: readonly Field[];
}

import { FormField, Input } from '@wix/design-system';
import type { JSX } from 'react';
import type { StoreKeysInput } from '../api/client';

interface Props {
  readonly name: keyof StoreKeysInput;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** The field at fault and what to say beside it. */
  readonly error: { readonly field: keyof StoreKeysInput | null; readonly message: string } | null;
  readonly onChange: (field: keyof StoreKeysInput, value: string) => void;
}

/** One of the three things a store is connected with. */
export function KeyField({ name, label, placeholder, value, error, onChange }: Props): JSX.Element {
  const status = error?.field === name ? { status: 'error' as const } : {};
  return (
    <FormField label={label} id={`store-${name}`} required {...status} {...(error?.field === name ? { statusMessage: error.message } : {})}>
      {/* Addresses and keys read from left to right in every language. */}
      <div dir="ltr">
        <Input
          id={`store-${name}`}
          name={name}
          type={name === 'secret' ? 'password' : 'text'}
          autocomplete={name === 'secret' ? 'new-password' : 'off'}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(name, event.currentTarget.value)}
          {...status}
        />
      </div>
    </FormField>
  );
}

import { FormField, Input } from '@wix/design-system';
import type { JSX } from 'react';
import type { ApiError } from '../../backend/endpoints/api-types';
import type { StoreKeysInput } from '../api/client';
import { connectProblem } from '../format/connect-problem';
import { faultyField } from '../format/faulty-field';

interface Props {
  readonly name: keyof StoreKeysInput;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** Why connecting failed; said here when this field is at fault. */
  readonly problem: ApiError | null;
  readonly onChange: (field: keyof StoreKeysInput, value: string) => void;
}

/** One of the three things a store is connected with. */
export function KeyField({ name, label, placeholder, value, problem, onChange }: Props): JSX.Element {
  const fault = problem !== null && faultyField(problem) === name ? connectProblem(problem).sentence : null;
  const status = fault === null ? {} : { status: 'error' as const };
  return (
    <FormField label={label} id={`store-${name}`} required {...status} {...(fault === null ? {} : { statusMessage: fault })}>
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

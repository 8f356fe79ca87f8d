import { Box, Button, Card, FormField, Input, Text } from '@wix/design-system';
import { useState, type FormEvent, type JSX } from 'react';
import type { ApiError } from '../../backend/endpoints/api-types';
import { asProblem } from '../api/api-problem';
import type { StoreKeysInput } from '../api/client';
import { connectProblem } from '../format/connect-problem';
import { faultyField } from '../format/faulty-field';
import { counted, formatCount } from '../format/format-count';
import { connectStore, type Connected } from '../hooks/connect-store';
import { useAction } from '../hooks/use-action';
import { CopyNotice } from './copy-notice';
import { ProblemNotice } from './problem-notice';

const BLANK: StoreKeysInput = { url: '', key: '', secret: '' };

/** Asks for the store's address and keys. What was typed stays when connecting fails; the keys are never shown again after. */
export function ConnectCard({ copied }: { readonly copied: boolean }): JSX.Element {
  const [keys, setKeys] = useState(BLANK);
  const [soFar, setSoFar] = useState<number | null>(null);
  const connect = useAction({ run: (input: StoreKeysInput) => connectStore(input, setSoFar), told: connected, errors: 'inline' });
  const problem = connect.error === null ? null : asProblem(connect.error);
  const change = (field: keyof StoreKeysInput, value: string): void => setKeys((before) => ({ ...before, [field]: value }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    connect.mutate(keys);
  };
  return (
    <Card>
      <Card.Header title="Connect your store" subtitle="Reviews are kept the same on your Wix site and in your WooCommerce store." />
      <Card.Divider />
      <Card.Content>
        <form onSubmit={submit} noValidate aria-label="Connect your store">
          <Box direction="vertical" gap="SP4" maxWidth="560px">
            {copied ? <CopyNotice onConnect={() => document.getElementById('store-url')?.focus()} /> : null}
            {problem === null ? null : <ProblemNotice problem={connectProblem(problem)} />}
            <KeyField name="url" label="Store address" placeholder="https://shop.example" keys={keys} error={errorAt(problem)} onChange={change} />
            <KeyField name="key" label="Consumer key" placeholder="ck_…" keys={keys} error={errorAt(problem)} onChange={change} />
            <KeyField name="secret" label="Consumer secret" placeholder="cs_…" keys={keys} error={errorAt(problem)} onChange={change} />
            <Text size="small" secondary>
              In WooCommerce: Settings → Advanced → REST API → Add key, with Read/Write permission. The keys are stored encrypted.
            </Text>
            <Box>
              <Button type="submit" disabled={connect.isPending || !complete(keys)}>
                {connect.isPending ? (soFar === null ? 'Checking the store…' : `Matching products… ${formatCount(soFar)} so far`) : 'Connect'}
              </Button>
            </Box>
          </Box>
        </form>
      </Card.Content>
    </Card>
  );
}

interface KeyFieldProps {
  readonly name: keyof StoreKeysInput;
  readonly label: string;
  readonly placeholder: string;
  readonly keys: StoreKeysInput;
  /** The field at fault and what to say beside it. */
  readonly error: { readonly field: keyof StoreKeysInput | null; readonly message: string } | null;
  readonly onChange: (field: keyof StoreKeysInput, value: string) => void;
}

function KeyField({ name, label, placeholder, keys, error, onChange }: KeyFieldProps): JSX.Element {
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
          value={keys[name]}
          onChange={(event) => onChange(name, event.currentTarget.value)}
          {...status}
        />
      </div>
    </FormField>
  );
}

function errorAt(problem: ApiError | null): KeyFieldProps['error'] {
  return problem === null ? null : { field: faultyField(problem), message: connectProblem(problem).sentence };
}

function complete(keys: StoreKeysInput): boolean {
  return [keys.url, keys.key, keys.secret].every((value) => value.trim() !== '');
}

function connected({ storeName, matched }: Connected): string {
  return matched === null ? `${storeName} is connected. Its products still have to be matched.` : `${storeName} is connected. ${counted(matched, 'product was', 'products were')} matched.`;
}

import { Box, Button, Card, Text } from '@wix/design-system';
import { useState, type FormEvent, type JSX } from 'react';
import { asProblem } from '../api/api-problem';
import type { ConnectInput, StoreKeysInput } from '../api/client';
import { counted, formatCount } from '../format/format-count';
import { keysComplete } from '../format/keys-complete';
import { connectStore, type Connected } from '../hooks/connect-store';
import { useAction } from '../hooks/use-action';
import { ConnectTrouble } from './connect-trouble';
import { CopyNotice } from './copy-notice';
import { ForgetStore } from './forget-store';
import { KeyField } from './key-field';

const BLANK: StoreKeysInput = { url: '', key: '', secret: '' };

/** Asks for the store's address and keys. What was typed stays when connecting fails; the keys are never shown again after. */
export function ConnectCard({ copied }: { readonly copied: boolean }): JSX.Element {
  const [keys, setKeys] = useState(BLANK);
  const [soFar, setSoFar] = useState<number | null>(null);
  const connect = useAction({ run: (input: ConnectInput) => connectStore(input, setSoFar), told: connected, errors: 'inline' });
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
            <ConnectTrouble problem={problem} busy={connect.isPending} onMoved={() => connect.mutate({ ...keys, moved: true })} />
            {problem?.code === 'OTHER_STORE' ? <ForgetStore onDone={() => connect.mutate(keys)} /> : null}
            <KeyField name="url" label="Store address" placeholder="https://shop.example" value={keys.url} problem={problem} onChange={change} />
            <KeyField name="key" label="Consumer key" placeholder="ck_…" value={keys.key} problem={problem} onChange={change} />
            <KeyField name="secret" label="Consumer secret" placeholder="cs_…" value={keys.secret} problem={problem} onChange={change} />
            <Text size="small" secondary>
              In WooCommerce: Settings → Advanced → REST API → Add key, with Read/Write permission. The keys are stored encrypted.
            </Text>
            <Box>
              <Button type="submit" disabled={connect.isPending || !keysComplete(keys)}>
                {connect.isPending ? (soFar === null ? 'Checking the store…' : `Matching products… ${formatCount(soFar)} so far`) : 'Connect'}
              </Button>
            </Box>
          </Box>
        </form>
      </Card.Content>
    </Card>
  );
}

function connected({ storeName, matched }: Connected, { moved }: ConnectInput): string {
  if (moved === true) return `${storeName} goes on at its new address, with all that was linked.`;
  return matched === null ? `${storeName} is connected. Its products still have to be matched.` : `${storeName} is connected. ${counted(matched, 'product was', 'products were')} matched.`;
}

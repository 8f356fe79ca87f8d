import { useQueryClient } from '@tanstack/react-query';
import { Box, Button, Card, Text, TextButton } from '@wix/design-system';
import { useState, type FormEvent, type JSX } from 'react';
import type { ConnectionSummary } from '../../../backend/endpoints/api-types';
import { asProblem } from '../../api/api-problem';
import type { ConnectInput, StoreKeysInput } from '../../api/client';
import { keysComplete } from '../../format/keys-complete';
import { connectStore } from '../../hooks/connect-store';
import { storeKey } from '../../hooks/query-keys';
import { useAction } from '../../hooks/use-action';
import { ConnectTrouble } from '../connect-trouble';
import { KeyField } from '../key-field';

/** New keys for the same store, or its new address: choices, replies and a pause stay as they are, which disconnecting would not leave. */
export function RenewKeys({ connection }: { readonly connection: ConnectionSummary }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <Card.Header title="Keys" subtitle="When the store no longer accepts its keys, or has another address. Everything else stays as it is." suffix={open ? null : <Button size="small" priority="secondary" onClick={() => setOpen(true)}>Renew keys</Button>} />
      {open ? <><Card.Divider /><Card.Content><KeyForm connection={connection} onClose={() => setOpen(false)} /></Card.Content></> : null}
    </Card>
  );
}

function KeyForm({ connection, onClose }: { readonly connection: ConnectionSummary; readonly onClose: () => void }): JSX.Element {
  const client = useQueryClient();
  const [keys, setKeys] = useState<StoreKeysInput>({ url: connection.storeUrl, key: '', secret: '' });
  const renew = useAction({
    run: (input: ConnectInput) => connectStore(input),
    told: () => (connection.paused ? 'The new keys are kept. The sync is still paused.' : 'The new keys are used from now on.'),
    errors: 'inline',
  });
  const problem = renew.error === null ? null : asProblem(renew.error);
  const use = (input: ConnectInput): void => renew.mutate(input, { onSuccess: () => {
    onClose();
    void client.invalidateQueries({ queryKey: storeKey(connection.connectedAt) });
  } });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    use(keys);
  };
  const change = (field: keyof StoreKeysInput, value: string): void => setKeys((before) => ({ ...before, [field]: value }));
  return (
    <form onSubmit={submit} noValidate aria-label="Renew keys">
      <Box direction="vertical" gap="SP4" maxWidth="560px">
        <ConnectTrouble problem={problem} busy={renew.isPending} onMoved={() => use({ ...keys, moved: true })} />
        <Text size="small">Keys of the same store, at the address it has now. Another store can only be connected once this one is disconnected.</Text>
        <KeyField name="url" label="Store address" placeholder="https://shop.example" value={keys.url} problem={problem} onChange={change} />
        <KeyField name="key" label="Consumer key" placeholder="ck_…" value={keys.key} problem={problem} onChange={change} />
        <KeyField name="secret" label="Consumer secret" placeholder="cs_…" value={keys.secret} problem={problem} onChange={change} />
        <Box gap="SP3" verticalAlign="middle">
          <Button type="submit" disabled={renew.isPending || !keysComplete(keys)}>{renew.isPending ? 'Checking the store…' : 'Use these keys'}</Button>
          <TextButton disabled={renew.isPending} onClick={onClose}>Keep the old ones</TextButton>
        </Box>
      </Box>
    </form>
  );
}

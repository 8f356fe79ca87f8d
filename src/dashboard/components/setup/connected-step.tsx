import type { JSX } from 'react';
import { Box } from '@wix/design-system';
import type { ConnectedSetup } from '../../../backend/endpoints/setup/setup-types';
import type { SetupStep } from '../../format/setup/setup-place';
import { ConnectedStore } from './connected-store';
import { PermissionList } from './permission-list';
import { RenewKeys } from './renew-keys';
import { RepliesCard } from './replies-card';
import { StepCard } from './step-card';

interface Props {
  readonly status: ConnectedSetup;
  readonly onStep: (step: SetupStep) => void;
}

/** The store is connected: what its keys allow, tried just now. */
export function ConnectedStep({ status, onStep }: Props): JSX.Element {
  return (
    <Box direction="vertical" gap="SP4">
      <StepCard
        title="What the keys allow"
        now={`${status.connection.storeName} is connected. Each permission was tried just now; nothing was changed by it.`}
        next="Next, see which products are the same in both shops."
        onward={{ label: 'Match products', go: () => onStep('products') }}
      >
        <PermissionList connectedAt={status.connection.connectedAt} />
      </StepCard>
      <RenewKeys connection={status.connection} />
      <RepliesCard connectedAt={status.connection.connectedAt} />
      <ConnectedStore />
    </Box>
  );
}

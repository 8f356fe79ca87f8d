import type { JSX } from 'react';
import type { SetupStatus } from '../../../backend/endpoints/setup/setup-types';
import type { SetupPlace, SetupStep } from '../../format/setup/setup-place';
import type { ChangeSetupPlace } from '../../hooks/setup/use-setup-place';
import { ConnectCard } from '../connect-card';
import { ConnectedStep } from './connected-step';
import { FieldsStep } from './fields-step';
import { KeyGuide } from './key-guide';
import { PeopleStep } from './people-step';
import { PreviewStep } from './preview-step';
import { ProductsStep } from './products-step';
import { RunStep } from './run-step';

export interface StepProps {
  readonly place: SetupPlace;
  readonly onPlace: ChangeSetupPlace;
  readonly onStep: (step: SetupStep) => void;
  /** A step with something chosen and not saved says so, and is not left without a question. */
  readonly onUnsaved: (unsaved: boolean) => void;
}

interface Props extends StepProps {
  readonly status: SetupStatus;
  readonly step: SetupStep;
}

export function StepContent({ status, step, ...props }: Props): JSX.Element {
  if (status.kind === 'disconnected') {
    return (
      <div className="rr-setup-columns">
        <ConnectCard copied={status.copied} />
        <KeyGuide />
      </div>
    );
  }
  switch (step) {
    case 'products':
      return <ProductsStep status={status} {...props} />;
    case 'people':
      return <PeopleStep connectedAt={status.connection.connectedAt} onStep={props.onStep} />;
    case 'fields':
      return <FieldsStep connectedAt={status.connection.connectedAt} onStep={props.onStep} onUnsaved={props.onUnsaved} />;
    case 'preview':
      return <PreviewStep status={status} {...props} />;
    case 'run':
      return <RunStep onStep={props.onStep} />;
    case 'connect':
      return <ConnectedStep status={status} onStep={props.onStep} />;
  }
}

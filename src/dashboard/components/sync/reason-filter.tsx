import type { JSX } from 'react';
import { REASON_NAMES, type Reason } from '../../format/sync/reason-names';
import { Choice } from '../choice';
import '../setup/setup.css';

interface Props {
  readonly reason: Reason | null;
  readonly onChange: (reason: Reason | null) => void;
}

const ANY = 'any';

/** Narrows the list to one answer to "why is this here?". Asked of the whole list, not of the rows that are shown. */
export function ReasonFilter({ reason, onChange }: Props): JSX.Element {
  return <Choice<Reason | typeof ANY> label="Reason" value={reason ?? ANY} words={{ [ANY]: 'Any reason', ...REASON_NAMES }} onChange={(next) => onChange(next === ANY ? null : next)} />;
}

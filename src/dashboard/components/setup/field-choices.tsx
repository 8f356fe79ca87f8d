import type { JSX } from 'react';
import { Text } from '@wix/design-system';
import type { Capabilities, Policy } from '../../../core/plan-types';
import type { Field } from '../../../core/review';
import { ALWAYS, cannotCross, DIRECTION_WORDS, directionWarning, FIELD_NAMES, FIELD_ORDER, ON_DELETE_WORDS, TRUTH_WORDS } from '../../format/setup/field-words';
import { Choice } from '../choice';

interface Props {
  readonly policy: Policy;
  readonly capabilities: Capabilities;
  readonly onChange: (policy: Policy) => void;
}

/** A row for each part of a review. What cannot cross says why, where its choice would be. */
export function FieldChoices({ policy, capabilities, onChange }: Props): JSX.Element {
  return (
    <div className="rr-scroll">
      <table className="rr-fields rr-choices">
        <caption className="rr-hidden">What crosses, field by field</caption>
        <thead><tr><th scope="col">Part of a review</th><th scope="col">Crosses</th><th scope="col">If both shops changed it, keep</th></tr></thead>
        <tbody>
          {FIELD_ORDER.map((field) => <FieldRow key={field} field={field} policy={policy} reason={cannotCross(field, capabilities)} onChange={onChange} />)}
          {ALWAYS.map(({ name, words }) => <tr key={name}><th scope="row">{name}</th><td colSpan={2}><Text size="small">{words}</Text></td></tr>)}
          <tr>
            <th scope="row">When a review is deleted</th>
            <td colSpan={2}><Choice label="When a review is deleted" value={policy.onDelete} words={ON_DELETE_WORDS} onChange={(onDelete) => onChange({ ...policy, onDelete })} /></td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Pick<Props, 'policy' | 'onChange'> {
  readonly field: Field;
  readonly reason: string | null;
}

function FieldRow({ field, policy, reason, onChange }: RowProps): JSX.Element {
  const name = FIELD_NAMES[field];
  if (reason !== null) return <tr><th scope="row">{name}</th><td colSpan={2}><Text size="small">{reason}</Text></td></tr>;
  const direction = policy.direction[field];
  const warning = directionWarning(field, direction);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label="Crosses">
        <Choice label={`${name}: crosses`} value={direction} words={DIRECTION_WORDS} onChange={(next) => onChange({ ...policy, direction: { ...policy.direction, [field]: next } })} />
        {warning === null ? null : <div role="status"><Text size="tiny">{warning}</Text></div>}
      </td>
      <td data-label="If both shops changed it, keep">
        {direction === 'both'
          ? <Choice label={`${name}: if both shops changed it, keep`} value={policy.truth[field]} words={TRUTH_WORDS} onChange={(next) => onChange({ ...policy, truth: { ...policy.truth, [field]: next } })} />
          : <Text size="small">{direction === 'off' ? 'Each shop keeps its own' : 'It goes one way, so that side'}</Text>}
      </td>
    </tr>
  );
}

import { useState, type JSX } from 'react';
import { Text } from '@wix/design-system';
import type { FieldsAnswer } from '../../../backend/endpoints/setup/setup-types';
import type { Policy } from '../../../core/plan-types';
import type { ReviewFields, Side } from '../../../core/review';
import { exampleCopy } from '../../format/setup/example-copy';
import { Stars } from '../stars';

interface Props {
  readonly answer: FieldsAnswer;
  readonly policy: Policy;
}

const SIDES: readonly Side[] = ['store', 'wix'];
const PLACE: Readonly<Record<Side, string>> = { store: 'In your store', wix: 'On your Wix site' };

/** One of the merchant's own reviews, as it is and as its copy would be with what is chosen right now. */
export function ExampleReview({ answer, policy }: Props): JSX.Element {
  const { examples, capabilities } = answer;
  const known = SIDES.filter((side) => examples[side] !== null);
  const [wanted, setWanted] = useState<Side>('store');
  const from = known.includes(wanted) ? wanted : (known[0] ?? 'store');
  const fields = examples[from];
  if (fields === null) return <Text size="small">As soon as one of your shops has a review, you see here what its copy looks like.</Text>;
  const to = from === 'wix' ? 'store' : 'wix';
  const copy = exampleCopy(from, fields, policy, capabilities);
  return (
    <section aria-label="Example">
      <div role="group" aria-label="Show a review written" className="rr-chips">
        {known.map((side) => <button key={side} type="button" className="rr-chip" aria-pressed={side === from} onClick={() => setWanted(side)}>Example written {side === 'wix' ? 'on Wix' : 'in the store'}</button>)}
      </div>
      <div className="rr-example" aria-live="polite">
        <Shape title={`${PLACE[from]}, where it was written`} fields={fields} />
        {copy.kind === 'copy' ? <Shape title={`${PLACE[to]}, as a copy`} fields={copy.fields} /> : <div className="rr-shape"><Text size="tiny" weight="bold">{PLACE[to]}</Text><Text size="small">No copy. {copy.why}</Text></div>}
      </div>
    </section>
  );
}

function Shape({ title, fields }: { readonly title: string; readonly fields: ReviewFields }): JSX.Element {
  return (
    <div className="rr-shape">
      <Text size="tiny" weight="bold">{title}</Text>
      <Stars rating={fields.rating} />
      {fields.title === '' ? null : <Text size="small" weight="bold"><span dir="auto">{fields.title}</span></Text>}
      <Text size="small" overflowWrap="anywhere"><span dir="auto">{fields.body}</span></Text>
      <Text size="tiny" secondary><bdi>{fields.author === '' ? 'No name' : fields.author}</bdi></Text>
      {fields.reply === null ? null : <Text size="small">Your reply: <span dir="auto">{fields.reply}</span></Text>}
    </div>
  );
}

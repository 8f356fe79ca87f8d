import type { JSX } from 'react';
import { Box, SkeletonGroup, SkeletonLine, Text, TextButton } from '@wix/design-system';
import { asProblem } from '../../api/api-problem';
import { counted, formatCount } from '../../format/format-count';
import { countPeople, type PeopleTotals } from '../../format/setup/count-people';
import { usePeople } from '../../hooks/setup/use-people';
import { ProblemNotice } from '../problem-notice';
import { StepCard } from './step-card';
import type { StepProps } from './step-content';

/** Who wrote the reviews, and what that means for each of them, counted before anything is written. */
export function PeopleStep({ connectedAt, onStep }: Pick<StepProps, 'onStep'> & { readonly connectedAt: string }): JSX.Element {
  const { people, countAgain } = usePeople(connectedAt);
  const parts = people.data?.pages ?? [];
  const totals = countPeople(parts);
  const complete = people.data !== undefined && !people.hasNextPage;
  return (
    <StepCard
      title="Match people"
      now="A review belongs to a person, and an e-mail address is the only thing both shops know of one. Nothing is written by counting."
      next="Next, choose what crosses. You need not wait for the count."
      onward={{ label: 'Match fields', go: () => onStep('fields') }}
    >
      {people.error === null ? null : <ProblemNotice problem={asProblem(people.error)} onRetry={() => void (people.data === undefined ? people.refetch() : people.fetchNextPage())} />}
      {people.data === undefined ? (people.error === null ? <Skeleton /> : null) : <Totals totals={totals} />}
      {people.data === undefined ? null : (
        <Box gap="SP3" verticalAlign="middle" flexWrap="wrap">
          <div role="status"><Text size="small">{complete ? `All ${counted(totals.reviews, 'review was', 'reviews were')} looked at.` : `${formatCount(totals.reviews)} reviews looked at so far, going on …`}</Text></div>
          {complete ? <TextButton size="small" disabled={people.isFetching} onClick={countAgain}>Count again</TextButton> : null}
        </Box>
      )}
    </StepCard>
  );
}

function Totals({ totals }: { readonly totals: PeopleTotals }): JSX.Element {
  return (
    <dl className="rr-numbers">
      <Fact n={totals.known} name="store customers are contacts already" means="Their reviews go to the contact you know. Nothing about the contact is changed." />
      <Fact n={totals.unknown} name="store customers become new contacts" means="Each gets a contact with name and e-mail address when their review is copied, because Wix shows no review without one. This app sends them nothing." />
      <Fact n={totals.anonymousReviews} name="store reviews have no e-mail address" means="They stay in the store: nothing says whose they are, and one contact for all of them could hold only one review of each product." />
      <Fact n={totals.onWix} name="Wix customers have an e-mail address" means="Their reviews can be copied to the store under their name. The address is not shown there." />
      <Fact n={totals.unreachableReviews} name="Wix reviews are by contacts without an e-mail address" means="They stay on Wix. Add an address to the contact, and they cross with the next run." />
    </dl>
  );
}

function Fact({ n, name, means }: { readonly n: number; readonly name: string; readonly means: string }): JSX.Element {
  return (
    <div className="rr-number">
      <dt><span className="rr-figure">{formatCount(n)}</span> {name}</dt>
      <dd>{means}</dd>
    </div>
  );
}

function Skeleton(): JSX.Element {
  return (
    <div role="status" aria-busy="true" aria-label="Counting people">
      <SkeletonGroup><Box direction="vertical" gap="SP6">{['a', 'b', 'c', 'd', 'e'].map((row) => <SkeletonLine key={row} width="90%" />)}</Box></SkeletonGroup>
    </div>
  );
}

import { useEffect, useRef, useState, type JSX } from 'react';
import { Card, Page, SkeletonGroup, SkeletonLine, Box } from '@wix/design-system';
import type { SetupStatus } from '../../../backend/endpoints/setup/setup-types';
import { asProblem } from '../../api/api-problem';
import { STEP_TITLES, type SetupStep } from '../../format/setup/setup-place';
import { stepAtHand } from '../../format/setup/step-state';
import { useSetupPlace } from '../../hooks/setup/use-setup-place';
import { useSetupStatus } from '../../hooks/setup/use-setup-status';
import { useUnsavedGuard } from '../../hooks/setup/use-unsaved-guard';
import { useLastingError } from '../../hooks/use-lasting-error';
import { useNarrow } from '../../hooks/use-narrow';
import { ProblemNotice } from '../problem-notice';
import { LeavePrompt } from './leave-prompt';
import { StepContent } from './step-content';
import { StepList } from './step-list';
import './setup.css';

/** Left alone, the page is never narrower than 960 pixels. */
const NARROW = { minWidth: 0, sidePadding: 18 };

/** From an installed app to two shops in step, one step after the other. */
export function SetupPage(): JSX.Element {
  const status = useSetupStatus();
  const { data } = status;
  const { error, retry } = useLastingError(status);
  const narrow = useNarrow();
  useEffect(() => {
    document.title = 'Setup';
  }, []);
  return (
    <Page {...(narrow ? NARROW : {})}>
      <Page.Header title="Setup" subtitle="Connect your store, see what would happen, then start." />
      <Page.Content>
        <Box direction="vertical" gap="SP4">
          {error === null ? null : <ProblemNotice problem={asProblem(error)} onRetry={retry} />}
          {data === undefined ? (error === null ? <Skeleton /> : null) : <Steps status={data} />}
        </Box>
      </Page.Content>
    </Page>
  );
}

function Steps({ status }: { readonly status: SetupStatus }): JSX.Element {
  const [unsaved, setUnsaved] = useState(false);
  const [leavingTo, setLeavingTo] = useState<SetupStep | null>(null);
  // Back and a link from elsewhere are asked about like a click on another step.
  const [place, change] = useSetupPlace((to, from) => {
    if (!unsaved || to.step === from.step) return true;
    setLeavingTo(to.step ?? stepAtHand(status));
    return false;
  });
  const step: SetupStep = status.kind === 'disconnected' ? 'connect' : (place.step ?? stepAtHand(status));
  const content = useRef<HTMLElement>(null);
  // Where somebody went, the focus goes along; a page that opens at a step leaves it where it is.
  const went = useRef(false);
  const connected = useRef(status.kind);
  useEffect(() => {
    if (went.current || connected.current !== status.kind) content.current?.focus();
    went.current = false;
    connected.current = status.kind;
  }, [step, status.kind]);
  useUnsavedGuard(unsaved);
  const go = (next: SetupStep): void => {
    setLeavingTo(null);
    went.current = next !== step;
    change({ step: next, view: null, text: null });
  };
  const choose = (next: SetupStep): void => (unsaved && next !== step ? setLeavingTo(next) : go(next));
  const stay = (): void => {
    setLeavingTo(null);
    content.current?.focus();
  };
  return (
    <div className="rr-setup">
      <StepList status={status} current={step} onChoose={choose} />
      <section ref={content} tabIndex={-1} className="rr-setup-content" aria-label={STEP_TITLES[step]}>
        {leavingTo === null || !unsaved ? null : <LeavePrompt onStay={stay} onLeave={() => go(leavingTo)} />}
        <StepContent status={status} step={step} place={place} onPlace={change} onStep={go} onUnsaved={setUnsaved} />
      </section>
    </div>
  );
}

function Skeleton(): JSX.Element {
  return (
    <div className="rr-setup" role="status" aria-label="Loading setup">
      <SkeletonGroup><Box direction="vertical" gap="SP5">{['a', 'b', 'c', 'd', 'e', 'f'].map((row) => <SkeletonLine key={row} width="80%" />)}</Box></SkeletonGroup>
      <Card><Card.Content><SkeletonGroup><Box direction="vertical" gap="SP5" minHeight="360px"><SkeletonLine width="40%" /><SkeletonLine width="90%" /><SkeletonLine width="70%" /></Box></SkeletonGroup></Card.Content></Card>
    </div>
  );
}

import type { JSX } from 'react';
import type { SetupStatus } from '../../../backend/endpoints/setup/setup-types';
import { SETUP_STEPS, STEP_TITLES, type SetupStep } from '../../format/setup/setup-place';
import { stepState } from '../../format/setup/step-state';

interface Props {
  readonly status: SetupStatus;
  readonly current: SetupStep;
  readonly onChoose: (step: SetupStep) => void;
}

const TOLD = { done: 'done', open: 'open', locked: 'not yet' } as const;

/** The way through the setup. A step that cannot be taken yet stays where it is and says why. */
export function StepList({ status, current, onChoose }: Props): JSX.Element {
  return (
    <nav aria-label="Setup steps">
      <ol className="rr-setup-steps">
        {SETUP_STEPS.map((step, index) => {
          const { mark, words } = stepState(step, status);
          const locked = mark === 'locked';
          return (
            <li key={step}>
              <button
                type="button"
                className="rr-setup-step"
                aria-current={step === current ? 'step' : undefined}
                aria-disabled={locked || undefined}
                onClick={() => (locked ? undefined : onChoose(step))}
              >
                <span className="rr-setup-mark" data-mark={mark} aria-hidden="true">{mark === 'done' ? '✓' : index + 1}</span>
                <span>
                  <span className="rr-setup-title">{STEP_TITLES[step]}</span>
                  <span className="rr-hidden">, {TOLD[mark]}: </span>
                  <span className="rr-setup-words"><bdi>{words}</bdi></span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

import type { JSX } from 'react';
import type { ApiError } from '../../backend/endpoints/api-types';
import { connectProblem } from '../format/connect-problem';
import { MovedStore } from './moved-store';
import { ProblemNotice } from './problem-notice';

interface Props {
  readonly problem: ApiError | null;
  readonly busy: boolean;
  /** The same keys once more, with the owner's word that the shop moved. */
  readonly onMoved: () => void;
}

/** Why keys were not taken, above the form that holds them; or the question whether the shop moved. */
export function ConnectTrouble({ problem, busy, onMoved }: Props): JSX.Element | null {
  if (problem === null) return null;
  return problem.code === 'STORE_MOVED' ? <MovedStore found={problem.got} busy={busy} onGoOn={onMoved} /> : <ProblemNotice problem={connectProblem(problem)} />;
}

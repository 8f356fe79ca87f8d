import type { ConnectedSetup, SetupStatus } from '../../../backend/endpoints/setup/setup-types';
import { counted, formatCount } from '../format-count';
import type { SetupStep } from './setup-place';

/** Where one step stands, in a few words for the list of steps. */
export interface StepState {
  readonly mark: 'done' | 'open' | 'locked';
  readonly words: string;
}

export function stepState(step: SetupStep, status: SetupStatus): StepState {
  if (status.kind === 'disconnected') return step === 'connect' ? { mark: 'open', words: 'No store yet' } : { mark: 'locked', words: 'After connecting' };
  switch (step) {
    case 'connect':
      return { mark: 'done', words: status.connection.storeName };
    case 'products':
      return productState(status);
    case 'people':
      return { mark: status.run === null ? 'open' : 'done', words: 'Who wrote the reviews' };
    case 'fields':
      return { mark: status.run === null ? 'open' : 'done', words: 'What crosses' };
    case 'preview':
      return previewState(status);
    case 'run':
      return runState(status);
  }
}

/** Where a merchant goes on who opens the page without a step in its address. */
export function stepAtHand(status: SetupStatus): SetupStep {
  if (status.kind === 'disconnected') return 'connect';
  return status.run === null ? 'products' : 'run';
}

function productState({ products }: ConnectedSetup): StepState {
  if (Object.values(products).every((count) => count === 0)) return { mark: 'open', words: 'No products yet' };
  const undecided = products.suggested + products.open;
  if (undecided === 0) return { mark: 'done', words: `${formatCount(products.matched)} matched` };
  return { mark: 'open', words: `${counted(undecided, 'product', 'products')} to look at` };
}

function previewState({ preview, run }: ConnectedSetup): StepState {
  switch (preview?.state) {
    case 'done':
      return preview.outdated.length === 0 ? { mark: 'done', words: 'Seen' } : { mark: 'open', words: 'Out of date' };
    case 'running':
    case 'preparing':
      return { mark: 'open', words: 'Being made' };
    case 'cancelled':
    case undefined:
      return { mark: 'open', words: run === null ? 'Before you start' : 'What would happen' };
  }
}

function runState({ run }: ConnectedSetup): StepState {
  switch (run?.state) {
    case undefined:
      return { mark: 'open', words: 'Not started' };
    case 'running':
      return { mark: 'open', words: 'Running' };
    case 'paused':
      return { mark: 'open', words: 'Paused' };
    case 'held':
      return { mark: 'open', words: 'Needs your word' };
    case 'done':
      return { mark: 'done', words: `${formatCount(run.done)} looked at` };
    case 'failed':
    case 'cancelled':
      return { mark: 'open', words: 'Stopped' };
  }
}

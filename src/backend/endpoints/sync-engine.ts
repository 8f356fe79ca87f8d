import { tickBackfill } from '../sync/backfill';
import { cancelRun } from '../sync/cancel-run';
import { drain } from '../sync/drain';
import { followHint } from '../sync/follow-hint';
import { cancelPreview, currentPreview, startPreview, tickPreview } from '../sync/preview';
import { receiveHint } from '../sync/receive-hint';
import { pauseRun, resumeRun, startBackfill } from '../sync/run';
import type { Engine } from './engine';

/** The engine endpoints are given outside of tests. */
export const SYNC_ENGINE: Engine = { drain, tickBackfill: (session) => tickBackfill(session), startBackfill, pauseRun, resumeRun, cancelRun, startPreview, tickPreview, currentPreview, cancelPreview, receiveHint, followHint };

import { tickBackfill } from '../sync/backfill';
import { drain } from '../sync/drain';
import { followHint } from '../sync/follow-hint';
import { cancelPreview, currentPreview, startPreview } from '../sync/preview';
import { pacePreview } from '../sync/pace-preview';
import { probeWhenDue } from '../sync/probe-store';
import { receiveHint } from '../sync/receive-hint';
import { resolveConflict } from '../sync/resolve-conflict';
import { lookAtNewestWhenDue } from '../sync/look-at-newest';
import { cancelRun, pauseRun, releaseRun, resumeRun, startBackfill, startRemoval, startRollback, startSweep } from '../sync/run';
import { sweepWhenDue } from '../sync/sweep-when-due';
import { WALK_SHARE } from '../sync/walk-share';
import type { Engine } from './engine';

/** The engine endpoints are given outside of tests. */
export const SYNC_ENGINE: Engine = { drain, probeWhenDue, tickBackfill: (session) => tickBackfill(session, { share: WALK_SHARE }), startBackfill, startSweep, startRollback, startRemoval, sweepWhenDue, lookAtNewestWhenDue, pauseRun, resumeRun, cancelRun, releaseRun, resolveConflict, startPreview, tickPreview: pacePreview, currentPreview, cancelPreview, receiveHint, followHint };

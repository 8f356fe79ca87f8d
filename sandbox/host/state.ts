import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openJournal, type Journal, type Table } from '../journal';
import type { Connection } from '../pages/home-page';

/** What was decided at the first start and has to stay, or the app would not know its own data any more. */
export interface Setup {
  readonly id: 'setup';
  readonly clientSecret: string;
  readonly appKey: string;
  readonly instanceId: string;
  /** `null` until both shops are filled: a start that was killed before starts over. */
  readonly connection: Connection | null;
}

export interface State {
  readonly wix: Journal;
  readonly store: Journal;
  readonly setup: Setup;
  /** Whether the shops still have to be filled. */
  readonly isNew: boolean;
  finish(connection: Connection): Setup;
}

const FILES = ['wix', 'store', 'sandbox'] as const;

/** Opens what earlier starts left in `dir`; each journal survives a kill at any moment. */
export function openState(dir: string, fresh: boolean): State {
  mkdirSync(dir, { recursive: true });
  const file = (name: (typeof FILES)[number]): string => path.join(dir, `${name}.jsonl`);
  const isFinished = (): boolean => existsSync(file('sandbox')) && setups(openJournal(file('sandbox'))).get('setup')?.connection != null;
  if (fresh || !isFinished()) FILES.forEach((name) => { rmSync(file(name), { force: true }); });
  const table = setups(openJournal(file('sandbox')));
  const setup = table.get('setup') ?? newSetup();
  table.put(setup);
  return {
    wix: openJournal(file('wix')),
    store: openJournal(file('store')),
    setup,
    isNew: setup.connection === null,
    finish(connection) {
      const finished: Setup = { ...setup, connection };
      table.put(finished);
      return finished;
    },
  };
}

function setups(journal: Journal): Table<Setup> {
  return journal.table<Setup>('setup');
}

function newSetup(): Setup {
  return {
    id: 'setup',
    clientSecret: randomUUID(),
    appKey: randomBytes(32).toString('base64'),
    instanceId: randomUUID(),
    connection: null,
  };
}

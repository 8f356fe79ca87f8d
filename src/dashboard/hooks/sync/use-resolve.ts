import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConflictItem, ResolveAnswer } from '../../../backend/endpoints/api-types';
import { advice } from '../../../core/advice';
import { asProblem } from '../../api/api-problem';
import { postConflicts, type ConflictPick } from '../../api/sync-client';
import { PAGE_KEY } from '../query-keys';

/** What the endpoint takes at once. */
const STEP = 20;

export interface Unresolved {
  readonly item: ConflictItem;
  readonly sentence: string;
}

export interface Resolving {
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly failed: readonly Unresolved[];
  readonly resolve: (items: readonly ConflictItem[], pick: ConflictPick) => Promise<void>;
  readonly retry: () => void;
  readonly dismiss: () => void;
}

/** Decides about many conflicts, step by step. What one invocation had no calls for is asked for again; a failure holds up no other. */
export function useResolve(): Resolving {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Resolving['progress']>(null);
  const [last, setLast] = useState<{ readonly failed: readonly Unresolved[]; readonly pick: ConflictPick }>({ failed: [], pick: 'kept' });
  const resolve = async (items: readonly ConflictItem[], pick: ConflictPick): Promise<void> => {
    setLast({ failed: [], pick });
    setProgress({ done: 0, total: items.length });
    const failed = await resolveAll(items, pick, (done) => setProgress({ done, total: items.length }));
    setLast({ failed, pick });
    setProgress(null);
    await client.invalidateQueries({ queryKey: PAGE_KEY });
  };
  return {
    progress,
    failed: last.failed,
    resolve,
    retry: () => void resolve(last.failed.map(({ item }) => item), last.pick),
    dismiss: () => setLast({ failed: [], pick: last.pick }),
  };
}

async function resolveAll(items: readonly ConflictItem[], pick: ConflictPick, tell: (done: number) => void): Promise<readonly Unresolved[]> {
  let left = items;
  let failed: readonly Unresolved[] = [];
  while (left.length > 0) {
    const step = left.slice(0, STEP);
    try {
      const codes = codesOf(await postConflicts(step.map(({ id }) => id), pick));
      const again = step.filter(({ id }) => codes.get(id) === 'BUDGET_SPENT');
      failed = [...failed, ...step.flatMap((item) => refused(item, codes.get(item.id)))];
      // An answer that got nowhere would be asked for without end.
      if (again.length === step.length) return [...failed, ...left.map((item) => ({ item, sentence: advice('BUDGET_SPENT').sentence }))];
      left = [...again, ...left.slice(STEP)];
      tell(items.length - left.length);
    } catch (error) {
      return [...failed, ...left.map((item) => ({ item, sentence: asProblem(error).sentence }))];
    }
  }
  return failed;
}

type Codes = ReadonlyMap<string, ResolveAnswer['results'][number]['code']>;

function codesOf({ results }: ResolveAnswer): Codes {
  return new Map(results.map(({ id, code }) => [id, code]));
}

function refused(item: ConflictItem, code: ReturnType<Codes['get']>): readonly Unresolved[] {
  return code === null || code === 'BUDGET_SPENT' ? [] : [{ item, sentence: advice(code ?? 'UNEXPECTED').sentence }];
}

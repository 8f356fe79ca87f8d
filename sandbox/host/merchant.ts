import { z } from 'zod';

export interface StoreKeys {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

/** Calls an endpoint of the app the way its dashboard does: with the token of the person who is signed in. */
export type CallApp = (path: string, body: unknown) => Promise<Response>;

const problem = z.object({ error: z.object({ code: z.string(), sentence: z.string() }) });
const match = z.object({ accepted: z.number(), next: z.string().nullable() });
const connected = z.object({ match: match.nullable() });

/** Products of a big shop are matched in steps; more than this means the steps lead nowhere. */
const MAX_STEPS = 1_000;

/** Connects the demo store and has all products matched. Returns how many were. */
export async function connectStore(callApp: CallApp, keys: StoreKeys): Promise<number> {
  const first = connected.parse(await ask(callApp, '/api/sync/connect', keys)).match;
  let matched = first?.accepted ?? 0;
  let cursor = first === null ? '' : first.next;
  for (let step = 0; cursor !== null; step += 1) {
    if (step >= MAX_STEPS) throw new Error(`Matching did not end after ${String(MAX_STEPS)} steps.`);
    const answer = match.parse(await ask(callApp, '/api/sync/match', cursor === '' ? {} : { cursor }));
    matched += answer.accepted;
    cursor = answer.next;
  }
  return matched;
}

async function ask(callApp: CallApp, path: string, body: unknown): Promise<unknown> {
  const response = await callApp(path, body);
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  const told = problem.safeParse(parseJson(text));
  throw new Error(told.success ? `${told.data.error.sentence} (${told.data.error.code})` : `${path} answered ${String(response.status)}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
